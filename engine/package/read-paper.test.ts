import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PackResult } from '../../shared/packing/pack-result.ts'
import type { Paper, PaperKind } from '../../shared/paper/paper.ts'
import { paperHtml } from '../../shared/paper/paper-html.ts'
import { faultOf } from '../engine.fixture.ts'
import { paperOf } from './read-paper.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kepuri-单-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const sums = ['a', 'b', 'c'].map((sign) => sign.repeat(64))
const paper = (kind: PaperKind, speaksOf: readonly string[], description = ''): Paper => ({
  format: 1,
  kind,
  title: '核对单',
  subtitle: [],
  blocks: [],
  colophon: '',
  properties: { title: '核对单', author: '', description },
  parts: speaksOf.map((sha256, index) => ({ fileName: `${index}.zip`, bytes: 1, sha256 })),
})
const names = { checklist: '报送核对单.html', statement: '权属与授权声明.html' }
/** What is said of the paper of a package of the first two archives. */
async function said(kind: PaperKind, page?: Paper): Promise<unknown> {
  if (page) await writeFile(path.join(folder, names[kind]), paperHtml(page))
  const result: PackResult = {
    planned: 2,
    packed: 2,
    packages: sums.slice(0, 2).map((sha256) => ({ path: `${sha256}.zip`, bytes: 1, sha256, items: 1 })),
    documents: Object.values(names).map((name) => path.join(folder, name)),
    mails: [],
    waived: [],
    out: folder,
  }
  return paperOf(result, kind).then(
    ({ parts }) => parts.map(({ sha256 }) => sha256),
    () => faultOf(paperOf(result, kind)),
  )
}
const changed = (kind: PaperKind) => ({ code: 'paper-unusable', path: names[kind], trouble: 'changed' })

describe.each(['checklist', 'statement'] as const)('a %s', (kind) => {
  test('is its package’s where it speaks of all its archives', async () => {
    expect(await said(kind, paper(kind, sums.slice(0, 2)))).toEqual(sums.slice(0, 2))
    expect(await said(kind, paper(kind, sums.slice(0, 2).toReversed()))).toHaveLength(2)
  })
  test.each([
    ['none', []],
    ['one of them', sums.slice(0, 1)],
    ['one of them, twice', [...sums.slice(0, 1), ...sums.slice(0, 1)]],
    ['more', sums],
    ['others', sums.slice(1)],
  ])('is another’s where it speaks of %s', async (_, speaksOf) =>
    expect(await said(kind, paper(kind, speaksOf))).toEqual(changed(kind)),
  )
  test('is not read where it is far too large', async () => {
    const large = paper(kind, sums.slice(0, 2), 'x'.repeat(7 * 1024 * 1024))
    expect(await said(kind, large)).toEqual(changed(kind))
  })
  test('is none where a folder bears its name', async () => {
    await mkdir(path.join(folder, names[kind]))
    expect(await said(kind)).toEqual(changed(kind))
  })
  test('is missing where nothing does', async () =>
    expect(await said(kind)).toEqual({ ...changed(kind), trouble: 'missing' }))
})
