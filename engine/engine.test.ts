import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { faultOf, openEngine } from './engine.fixture.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
beforeEach(async () => void (engine = await openEngine()))
afterEach(() => engine.close())

test('the shipped notices are listed with their tasks', async () => {
  const [notice] = await engine.client['notice.list']({})
  expect(notice?.tasks.map(({ id }) => id)).toEqual(['media', 'activities', 'history'])
})
test('an unknown notice is a fault that names the known ones', async () => {
  expect(await faultOf(engine.client['notice.load']({ id: 'no-such' }))).toEqual({
    code: 'notice-unknown',
    notice: 'no-such',
    known: ['liaoning-2023'],
  })
})
test('a notice loaded from a file is known from then on', async () => {
  const claim = engine.claim(
    path.join(import.meta.dirname, '../shared/notice/fixtures/long-edge-and-maximums.json'),
  )
  const { id, tasks } = await engine.client['notice.load']({ claim })
  const submission = { task: tasks[0]?.id ?? '', items: [], rows: [], declared: [], waivers: [] }
  expect(Array.isArray(await engine.client['submission.check']({ notice: id, submission }))).toBe(true)
})
test('paths that no host handed in cannot be reached', async () => {
  for (const claim of ['/etc/passwd', '../..', 'id-99', 'constructor'])
    expect(await faultOf(engine.client['sources.walk']({ claims: [claim] }))).toMatchObject({
      code: 'bad-request',
    })
  expect(await engine.client['media.probe']({ files: ['/etc/passwd'] })).toEqual([])
  expect(engine.bugs).toEqual([])
})
test('the same file found twice keeps its id, so that texts stay with it', async () => {
  await writeFile(path.join(engine.folder, 'a.txt'), 'text')
  const walk = () =>
    engine.client['sources.walk']({ claims: [engine.claim(path.join(engine.folder, 'a.txt'))] })
  expect((await walk()).files).toEqual((await walk()).files)
})
