import { execFileSync } from 'node:child_process'
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PaperKind } from '../../shared/paper/paper.ts'
import type { PackageRecord, ProjectDocument } from '../../shared/project/document.ts'
import { faultOf, openEngine } from '../engine.fixture.ts'
import { print, printing } from '../package/printers.fixture.ts'
import { soundProject, writeSoundPhotos } from './sound-project.fixture.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
let document: ProjectDocument
let record: PackageRecord
beforeEach(async () => {
  engine = await openEngine()
  await writeSoundPhotos(path.join(engine.folder, '素材'))
  document = await soundProject(engine.client, engine.claim(path.join(engine.folder, '素材')))
  record = await build()
})
afterEach(() => engine.close())

const build = async () => {
  const out = engine.claim(path.join(engine.folder, '输出'))
  return (await engine.client['project.build']({ project: document.id, task: 'media', out })).record
}
const paper = (kind: PaperKind, of = record.id) =>
  engine.client['project.paper']({ project: document.id, task: 'media', package: of, paper: kind })
const page = (name: string, of = record) => path.join(of.result.out, `${name}.html`)
const state = async () =>
  (await engine.client['project.packages']({ project: document.id, task: 'media' }))[0]?.state

test('the checklist of a package is read from its folder, and speaks of its archives', async () => {
  const { packages } = record.result
  expect(await paper('checklist')).toMatchObject({
    kind: 'checklist',
    properties: { author: '辽宁省气象学会' },
    parts: packages.map(({ sha256, bytes }) => ({ sha256, bytes })),
  })
  expect(await paper('statement')).toMatchObject({ kind: 'statement', title: '权属与授权声明' })
})
test('papers may be put away: the package is whole without them, and says so only when they are asked for', async () => {
  await rm(page('报送核对单'))
  await rm(page('权属与授权声明'))
  expect(await state()).toBe('whole')
  expect(await faultOf(paper('checklist'))).toEqual({
    code: 'paper-unusable',
    path: '报送核对单.html',
    trouble: 'missing',
  })
})
test('a package that is not known, or was made before there were papers, has none', async () => {
  const missing = { code: 'paper-unusable', path: '报送核对单.html', trouble: 'missing' }
  expect(await faultOf(paper('checklist', 'nobody'))).toEqual(missing)
})
test('a page that another program has written over is not shown for ours', async () => {
  await writeFile(page('报送核对单'), '<html>改过</html>')
  expect(await faultOf(paper('checklist'))).toMatchObject({ code: 'paper-unusable', trouble: 'changed' })
  await copyFile(page('权属与授权声明'), page('报送核对单'))
  expect(await faultOf(paper('checklist'))).toMatchObject({ code: 'paper-unusable', trouble: 'changed' })
})
test.skipIf(process.platform === 'win32')('a pipe that bears its name holds nobody up', async () => {
  await rm(page('报送核对单'))
  execFileSync('mkfifo', [page('报送核对单')])
  expect(await faultOf(paper('checklist'))).toMatchObject({ code: 'paper-unusable', trouble: 'changed' })
  expect(await state()).toBe('whole')
})
test('papers are printed by the host’s printer, and are documents of the package', async () => {
  const { printer, asked } = printing(print)
  const prints = await openEngine({ printPdf: printer })
  try {
    const photos = prints.claim(path.join(engine.folder, '素材'))
    const project = (await soundProject(prints.client, photos)).id
    const out = prints.claim(path.join(prints.folder, '输出'))
    const built = await prints.client['project.build']({ project, task: 'media', out })
    expect(asked).toEqual(['报送核对单.html', '权属与授权声明.html'])
    const names = built.record.result.documents.map((file) => path.basename(file))
    expect(names).toEqual(expect.arrayContaining(['报送核对单.pdf', '权属与授权声明.pdf']))
  } finally {
    await prints.close()
  }
})
test('the checklist of another package is not shown for this one', async () => {
  const edits = [{ type: 'set-values' as const, task: 'media', values: someText(document) }]
  const { revision } = await engine.client['project.open']({ project: document.id })
  await engine.client['project.edit']({ project: document.id, revision, edits })
  const other = await build()
  expect(await readFile(page('报送核对单', other), 'utf8')).toContain('第2次打包')
  await copyFile(page('报送核对单', other), page('报送核对单'))
  expect(await faultOf(paper('checklist'))).toMatchObject({ code: 'paper-unusable', trouble: 'changed' })
})

const someText = ({ tasks }: ProjectDocument) =>
  (tasks['media']?.items ?? []).map(({ id }) => ({ id, fields: { place: '沈阳市沈河区' } }))
