import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { sweep } from './sweep.ts'

const day = 24 * 60 * 60 * 1000
const now = Date.parse('2023-09-17T08:00:00Z')
let folder = ''
const here = (...names: string[]) => path.join(folder, ...names)
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kepuri-清扫-'))
  await mkdir(here('projects', 'removed'), { recursive: true })
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
})

/** A file with the folders above it, last touched so many days ago. */
async function put(name: string, days: number, content = 'x'): Promise<void> {
  await mkdir(path.dirname(here(name)), { recursive: true })
  await writeFile(here(name), content)
  const then = new Date(now - days * day)
  await utimes(here(name), then, then)
  await utimes(path.dirname(here(name)), then, then)
}
const mention = (drop: string) => JSON.stringify({ source: { path: here('uploads', drop, 'a.jpg') } })

test('drops stay while they are young or a project mentions them', async () => {
  for (const [drop, days] of Object.entries({
    young: 0.9,
    old: 1.1,
    held: 99,
    damaged: 99,
    removed: 99,
    gone: 99,
  }))
    await put(`uploads/drop-${drop}/a.jpg`, days)
  await put('projects/p1.json', 99, mention('drop-held'))
  await put('projects/p2.json.damaged-1', 99, mention('drop-damaged').slice(0, -3))
  await put('projects/removed/p3-1.json', 20, mention('drop-removed'))
  await put('projects/removed/p4-1.json', 40, mention('drop-gone'))
  await sweep(folder, now)
  expect((await readdir(here('uploads'))).toSorted()).toEqual([
    'drop-damaged',
    'drop-held',
    'drop-removed',
    'drop-young',
  ])
})

test('downloads stay for a day, and what never arrived does not', async () => {
  await put('downloads/young/a.xlsx', 0.9)
  await put('downloads/old/a.xlsx', 1.1)
  await put('uploads/.arriving/part', 0)
  await sweep(folder, now)
  expect([await readdir(here('downloads')), await readdir(here('uploads'))]).toEqual([['young'], []])
})

test('no drop is removed where a project cannot be read', async () => {
  await put('uploads/drop-old/a.jpg', 99)
  await mkdir(here('projects', 'p.json'))
  await expect(sweep(folder, now)).rejects.toThrow()
  expect(await readdir(here('uploads'))).toEqual(['drop-old'])
})

test('an empty data folder is fine', async () => {
  await sweep(here('nothing'), now)
})
