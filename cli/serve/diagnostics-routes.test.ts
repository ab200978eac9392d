import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mayMount, mountVolume } from '../../engine/package/mount-volume.fixture.ts'
import { writeDiagnostics } from '../../hosting/diagnostics/write-diagnostics.ts'
import { findInstallation } from '../../hosting/installation.ts'
import { Fault } from '../../shared/faults.ts'
import { answerFault } from './answers.ts'
import { ask } from './app.fixture.ts'
import { type DiagnosticsParts, diagnosticsRoutes } from './diagnostics-routes.ts'
import { findRoute } from './route.ts'

let folder: string
let downloads: string
let server: Server | undefined
const bundles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('kepuri-diagnostics-'))
let before: readonly string[]
const strays = () => bundles().filter((name) => !before.includes(name))
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kepuri-路由-'))
  downloads = path.join(folder, 'data', 'downloads')
  before = bundles()
})
afterEach(async () => {
  server?.close()
  await rm(folder, { recursive: true, force: true })
  for (const name of strays()) await rm(path.join(tmpdir(), name), { recursive: true, force: true })
})

const written = (file: string) =>
  writeDiagnostics(file, {
    installation: findInstallation(import.meta.url),
    dataDir: path.join(folder, 'data'),
    now: new Date(),
  })
/** The routes on a server of their own, without its guard. */
async function serve(diagnose: DiagnosticsParts['diagnose'], now = () => new Date()) {
  const routes = diagnosticsRoutes({ downloads, diagnose, now })
  const started = createServer((request, response) => {
    const found = findRoute(routes, request.method ?? '', request.url ?? '')
    if (!found || !('route' in found)) return void response.writeHead(404).end()
    Promise.resolve(
      found.route.answer({ request, response, query: new URLSearchParams() }, ...found.captured),
    ).catch((error: unknown) =>
      answerFault(response, error instanceof Fault ? error.data : { code: 'internal', reference: 'x' }),
    )
  })
  server = started
  await new Promise<void>((resolve) => void started.listen(0, '127.0.0.1', resolve))
  const { port } = started.address() as AddressInfo
  const make = () => ask(port, '/host/diagnostics', { method: 'POST', body: '{}' })
  const get = (id: string) => ask(port, `/host/diagnostics/${id}`, {})
  return { make, get, idOf: async () => ((await make()).json() as { id: string }).id }
}

test.skipIf(!mayMount)(
  'where the data folder’s disk is full, it is written elsewhere and gone once it was downloaded',
  async () => {
    await using volume = await mountVolume('size=1m,nr_inodes=3', path.join(folder, 'data'))
    await mkdir(path.join(volume.place, 'downloads'))
    const { get, idOf } = await serve(written)
    const id = await idOf()
    expect([readdirSync(downloads), strays().length]).toEqual([[], 1])
    expect((await get(id)).body.subarray(0, 2).toString()).toBe('PK')
    await expect.poll(strays).toEqual([])
  },
)
test.skipIf(!mayMount)('where a folder can still be made and no file, it is written elsewhere', async () => {
  await using volume = await mountVolume('size=1m,nr_inodes=4', path.join(folder, 'data'))
  await mkdir(path.join(volume.place, 'downloads'))
  const { get, idOf } = await serve(written)
  const id = await idOf()
  expect(readdirSync(downloads)).toEqual([])
  expect((await get(id)).status).toBe(200)
})
test('a bug is told as one, and not tried again elsewhere', async () => {
  let tries = 0
  const { make } = await serve(async () => {
    tries += 1
    throw new TypeError('a bug')
  })
  expect((await make()).fault()).toMatchObject({ code: 'internal' })
  expect([tries, strays(), readdirSync(downloads)]).toEqual([1, [], []])
})
test('they are written one at a time, a failed one holds up nobody, and few wait for their download', async () => {
  let now = 0
  let most = 0
  let count = 0
  const { make, get } = await serve(async (file) => {
    now += 1
    most = Math.max(most, now)
    await stat(path.dirname(file))
    await writeFile(file, 'PK')
    now -= 1
    count += 1
    if (count === 1) throw new TypeError('a bug')
  })
  const answers = await Promise.all(Array.from({ length: 8 }, make))
  const ids = answers.filter(({ status }) => status === 200).map((one) => (one.json() as { id: string }).id)
  expect([most, ids.length, readdirSync(downloads).length]).toEqual([1, 7, 4])
  const found = await Promise.all(ids.map(async (id) => (await get(id)).status))
  expect(found.filter((status) => status === 200)).toHaveLength(4)
})
test('what earlier launches have left in the temporary folder goes after a day', async () => {
  const left = await mkdtemp(path.join(tmpdir(), 'kepuri-diagnostics-'))
  const fresh = await mkdtemp(path.join(tmpdir(), 'kepuri-diagnostics-'))
  const yesterday = new Date(Date.now() - 25 * 3_600_000)
  await utimes(left, yesterday, yesterday)
  await (await serve((file) => writeFile(file, 'PK'))).make()
  expect([existsSync(left), existsSync(fresh)]).toEqual([false, true])
})
