import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ProjectDocument } from '../../shared/project/document.ts'
import { draftSubmission } from '../../shared/project/draft-submission.ts'
import { faultOf, openEngine } from '../engine.fixture.ts'
import { soundProject, writeSoundPhotos } from './sound-project.fixture.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
let photos: string
let out: string
let document: ProjectDocument
beforeEach(async () => {
  engine = await openEngine()
  photos = path.join(engine.folder, '素材')
  out = path.join(engine.folder, '输出')
  await writeSoundPhotos(photos)
  document = await soundProject(engine.client, engine.claim(photos))
})
afterEach(() => engine.close())

const first = () => path.join(photos, '1.jpg')
const second = () => path.join(photos, '启动', '2.jpg')
/** What the window knows of the files, as it sends it. */
const judged = async (anew = false) => {
  const files = document.tasks['media']?.items.map(({ id }) => id) ?? []
  const measured = await engine.client['media.probe']({ files, anew })
  return measured.flatMap(({ id, facts: { sha256 } }) => (sha256 === undefined ? [] : [{ file: id, sha256 }]))
}
const measure = async () => {
  const files = document.tasks['media']?.items.map(({ id }) => id) ?? []
  const measured = await engine.client['media.probe']({ files })
  return new Map(measured.map(({ id, facts }) => [id, facts]))
}
const build = (seen?: Awaited<ReturnType<typeof judged>>) =>
  engine.client['project.build']({
    project: document.id,
    task: 'media',
    out: engine.claim(out),
    ...(seen && { seen }),
  })
/** Another sound photo in place of the first, of its size and with its time. */
async function replaceUnseen(): Promise<void> {
  const content = await readFile(first())
  // The density that a JFIF header states.
  content[15] = (content[15] ?? 0) ^ 1
  const { atime, mtime } = await stat(first())
  // A time that can be given back to the ns.
  await utimes(first(), atime, mtime)
  await judged()
  await writeFile(first(), content)
  await utimes(first(), atime, mtime)
}
const changed = (file: string) => ({ path: file, change: 'changed' })

test('files that are others than the clerk saw judged are named, though they would pass, and nothing is packed', async () => {
  const seen = await judged()
  const [one, two] = [await readFile(first()), await readFile(second())]
  await writeFile(first(), two)
  await writeFile(second(), one)
  expect(await faultOf(build(seen))).toEqual({
    code: 'source-changed',
    ...changed(first()),
    more: [changed(second())],
  })
  expect(await readdir(out).catch(() => [])).toEqual([])
  expect((await build(await judged())).record.result.packed).toBe(2)
})
test('one that is gone is told as gone; one that is not of the task any more is no matter', async () => {
  const seen = await judged()
  const stranger = { file: 'nobody', sha256: '0'.repeat(64) }
  expect((await build([...seen, stranger])).record.result.packed).toBe(2)
  await rm(second())
  expect(await faultOf(build(seen))).toEqual({ code: 'source-changed', path: second(), change: 'vanished' })
})
test('a file with other content of the same size and time is found by the proof, and measured as it is from then on', async () => {
  const seen = await judged()
  await replaceUnseen()
  expect(await faultOf(build(seen))).toEqual({ code: 'source-changed', ...changed(first()) })
  expect(await readdir(out).catch(() => [])).toEqual([])
  const now = await judged()
  expect(now).not.toEqual(seen)
  expect((await build(now)).record.result.packed).toBe(2)
})
test('a package of no project finds it likewise, and the next check measures the file as it is', async () => {
  const seen = await judged()
  await replaceUnseen()
  const measured = await measure()
  const submission = draftSubmission(document, 'media', (id) => measured.get(id))
  const order = { notice: document.notice.id, submission, out: engine.claim(out), pdf: false }
  expect(await faultOf(engine.client['package.build'](order))).toEqual({
    code: 'source-changed',
    ...changed(first()),
  })
  expect(await judged()).not.toEqual(seen)
})
test('asked to measure anew, nothing remembered is believed', async () => {
  const seen = await judged()
  await replaceUnseen()
  expect(await judged()).toEqual(seen)
  const now = await judged(true)
  expect(now[0]).not.toEqual(seen[0])
  expect(now[1]).toEqual(seen[1])
  expect((await build(now)).record.result.packed).toBe(2)
})
