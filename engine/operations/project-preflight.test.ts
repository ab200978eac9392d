import { fork } from 'node:child_process'
import { readdir, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ProjectDocument } from '../../shared/project/document.ts'
import { faultOf, openEngine } from '../engine.fixture.ts'
import type { LogEntry } from '../world.ts'
import { soundProject, writeSoundPhotos } from './sound-project.fixture.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
let photos: string
let out: string
let document: ProjectDocument
beforeEach(async () => {
  engine = await openEngine()
  photos = path.join(engine.folder, '素材')
  out = path.join(engine.folder, '输出', '今年')
  await writeSoundPhotos(photos)
  document = await soundProject(engine.client, engine.claim(photos))
})
afterEach(() => engine.close())
const look = (place = out, { client, claim } = engine) =>
  client['project.preflight']({ project: document.id, task: 'media', out: claim(place) })

test('a sound project and a new folder: nothing in the way, and nothing made', async () => {
  const { faults, notes, needed = Infinity, free = 0 } = await look()
  expect([faults, notes]).toEqual([[], []])
  expect(needed).toBeGreaterThan(6_000_000)
  expect(free).toBeGreaterThan(needed)
  expect((await readdir(engine.folder)).toSorted()).toEqual(['data', '素材'])
  expect(await readdir(path.join(engine.folder, 'data', 'packing'))).toEqual([])
})
test('what it answers is what packing would fail with', async () => {
  await writeFile(path.join(engine.folder, '输出'), 'a file')
  const { faults } = await look()
  expect(faults).toEqual([{ code: 'out-unwritable', path: out, reason: 'ENOTDIR' }])
  const order = { project: document.id, task: 'media', out: engine.claim(out) }
  expect(await faultOf(engine.client['project.build'](order))).toEqual(faults[0])
})
test('a place in a dropped folder is an answer, not a failure', async () => {
  const place = path.join(photos, '包')
  expect(await look(place)).toEqual({
    faults: [{ code: 'out-inside-source', out: place, source: photos }],
    notes: [],
  })
  expect((await readdir(photos)).toSorted()).toEqual(['1.jpg', '启动'])
})
test('a way of sending that cannot carry it is told of first', async () => {
  const edits = [
    { type: 'set-sending' as const, task: 'media', sending: { plan: 'one' as const, cap: 1_000_000 } },
  ]
  await engine.client['project.edit']({ project: document.id, revision: document.revision, edits })
  await writeFile(path.join(engine.folder, '输出'), 'a file')
  expect((await look()).faults.map(({ code }) => code)).toEqual(['plan-unfit', 'out-unwritable'])
})
test('files are looked at anew: a photo that was changed or is gone is in the way of its rules, not of the disk', async () => {
  await truncate(path.join(photos, '1.jpg'), 1000)
  await rm(path.join(photos, '启动', '2.jpg'))
  const { needed } = await look()
  expect(needed).toBeLessThan(40_000_000)
})
test('cancelled, it says so', async () => {
  const call = engine.client['project.preflight'](
    { project: document.id, task: 'media', out: engine.claim(out) },
    { signal: AbortSignal.abort() },
  )
  expect(await faultOf(call)).toEqual({ code: 'cancelled' })
})
test('an engine that starts sweeps what a killed one was packing, wherever that was', async () => {
  const child = fork(path.join(import.meta.dirname, 'edit-and-build.fixture.ts'), [
    path.join(engine.folder, 'data'),
    document.id,
    out,
    '1000',
  ])
  const unfinished = async () =>
    (await readdir(out).catch(() => [])).filter((name) => name.endsWith('.part') && !name.includes('-try-'))
  while ((await unfinished()).length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGKILL')
  await ended
  expect(await unfinished()).not.toEqual([])
  await new Promise<void>((resolve, reject) => {
    const log = ({ event }: LogEntry) => void (event === 'unfinished-package' && resolve())
    openEngine({ folder: engine.folder, log }).catch(reject)
  })
  expect(await unfinished()).toEqual([])
  expect(await readdir(path.join(engine.folder, 'data', 'packing'))).toEqual([])
})
