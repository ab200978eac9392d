import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { wordPictures } from '../documents/word-cells.fixture.ts'
import { openEngine } from '../engine.fixture.ts'
import { unzipTo } from '../package/unzip.fixture.ts'
import { soundProject, writeSoundPhotos } from './sound-project.fixture.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
beforeEach(async () => {
  engine = await openEngine()
  await writeSoundPhotos(path.join(engine.folder, '素材'))
})
afterEach(() => engine.close())

test('the clerk’s tick sets small pictures into the Word file of the next package, and only there', async () => {
  const { id: project } = await soundProject(engine.client, engine.claim(path.join(engine.folder, '素材')))
  const build = async () => {
    const out = engine.claim(path.join(engine.folder, '输出'))
    const { record, document } = await engine.client['project.build']({ project, task: 'media', out })
    const unpacked = path.join(engine.folder, `解压${record.version}`)
    await unzipTo(record.result.packages[0]?.path ?? '', unpacked)
    const pictures = await wordPictures(await readFile(path.join(unpacked, '说明文档.docx')))
    return { record, document, pictures }
  }
  const before = await build()
  expect(before.pictures).toEqual([])
  await engine.client['project.edit']({
    project,
    revision: before.document.revision,
    edits: [{ type: 'set-thumbnails', task: 'media', on: true }],
  })
  const after = await build()
  expect(after.pictures).toEqual([
    { row: 1, alt: '辽宁省气象学会（沈阳市）-活动1.jpg' },
    { row: 2, alt: '辽宁省气象学会（沈阳市）-活动2.jpg' },
  ])
  expect(after.record.mark).not.toBe(before.record.mark)
})
