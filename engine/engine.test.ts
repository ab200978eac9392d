import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from '../shared/contract.ts'
import { Fault } from '../shared/faults.ts'
import { joinedPorts } from '../shared/joined-port.ts'
import { connect, type Reply, type Request, serve } from '../shared/wire.ts'
import { createEngine } from './engine.ts'

let folder: string
const bugs: unknown[] = []
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'kepuri-engine-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

function open() {
  let last = 0
  const engine = createEngine({
    version: 'test',
    dataDir: path.join(folder, 'data'),
    resourcesDir: path.join(import.meta.dirname, '../resources'),
    ffprobe: undefined,
    log: () => undefined,
    now: () => new Date('2023-08-20T02:00:00Z'),
    newId: () => `id-${(last += 1)}`,
  })
  const ports = joinedPorts<Request, Reply>()
  serve(contract, engine.operations, ports.far, (error) => `ref-${bugs.push(error)}`)
  return { engine, client: connect(contract, ports.near) }
}
const faultOf = (call: Promise<unknown>) => call.then(() => undefined, (error: unknown) => (error instanceof Fault ? error.data : error))

test('the shipped notices are listed with their tasks', async () => {
  const [notice] = await open().client['notice.list']({})
  expect(notice?.tasks.map(({ id }) => id)).toEqual(['media', 'activities', 'history'])
})
test('an unknown notice is a fault that names the known ones', async () => {
  expect(await faultOf(open().client['notice.load']({ id: 'no-such' }))).toEqual({
    code: 'notice-unknown',
    notice: 'no-such',
    known: ['liaoning-2023'],
  })
})
test('a notice loaded from a file is known from then on', async () => {
  const { client, engine } = open()
  const claim = engine.claim(path.join(import.meta.dirname, '../shared/notice/fixtures/long-edge-and-maximums.json'))
  const { id, tasks } = await client['notice.load']({ claim })
  const submission = { task: tasks[0]?.id ?? '', items: [], rows: [], declared: [], waivers: [] }
  expect(Array.isArray(await client['submission.check']({ notice: id, submission }))).toBe(true)
})
test('paths that no host handed in cannot be reached', async () => {
  const { client } = open()
  for (const claim of ['/etc/passwd', '../..', 'id-99', 'constructor'])
    expect(await faultOf(client['sources.walk']({ claims: [claim] }))).toMatchObject({ code: 'bad-request' })
  expect(await faultOf(client['media.probe']({ files: ['/etc/passwd'] }))).toMatchObject({ code: 'bad-request' })
  expect(bugs).toEqual([])
})
test('the same file found twice keeps its id, so that texts stay with it', async () => {
  const { client, engine } = open()
  await writeFile(path.join(folder, 'a.txt'), 'text')
  const walk = () => client['sources.walk']({ claims: [engine.claim(path.join(folder, 'a.txt'))] })
  expect((await walk()).files).toEqual((await walk()).files)
})
