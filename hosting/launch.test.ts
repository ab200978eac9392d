import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { type Launched, takeLaunch } from './launch.ts'

let folder = ''
const file = () => path.join(folder, 'launch.json')
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kepuri-锁-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
})

/** Something that answers as the app does, or not. */
async function answering(status: number): Promise<Launched> {
  const server = createServer((_, response) => response.writeHead(status).end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}/?token=x`
  return { address, port, dataDir: folder, out: '/out', pid: process.pid }
}
const deadPid = () => spawnSync(process.execPath, ['-e', '0']).pid
const taken = async (app: 'web' | 'desktop' = 'web') => {
  const result = await takeLaunch(folder, app)
  return 'launch' in result ? result.launch : undefined
}

test('the second is told where the first is, until that is released', async () => {
  const launched = await answering(303)
  const first = await taken()
  await first?.publish(launched)
  expect(await takeLaunch(folder, 'web')).toEqual({ running: launched })
  expect(await takeLaunch(folder, 'desktop')).toEqual({ running: launched })
  await first?.release()
  expect(await taken()).toBeDefined()
})
test.skipIf(process.platform === 'win32')('the address is for its owner only', async () => {
  const launch = await taken()
  await launch?.publish(await answering(303))
  expect((await stat(file())).mode & 0o777).toBe(0o600)
})
test.each([
  ['of a dead process', async () => ({ app: 'web', ...(await answering(303)), pid: deadPid() })],
  ['whose number belongs to another program now', async () => ({ app: 'web', ...(await answering(401)) })],
  ['of a dead process that never listened', async () => ({ app: 'web', pid: deadPid() })],
  ['of a dead desktop', async () => ({ app: 'desktop', pid: deadPid() })],
])('a lock %s is taken over', async (_, content) => {
  await writeFile(file(), JSON.stringify(await content()))
  expect(await taken()).toBeDefined()
  expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual({ app: 'web', pid: process.pid })
  expect(await readdir(folder)).toEqual(['launch.json'])
})
test('the desktop is known to run until its lock has not been touched for a while', async () => {
  const desktop = await taken('desktop')
  expect(await takeLaunch(folder, 'web')).toEqual({ running: 'desktop' })
  await desktop?.release()
  expect(await readdir(folder)).toEqual([])
  await writeFile(file(), JSON.stringify({ app: 'desktop', pid: process.pid }))
  expect(await takeLaunch(folder, 'web')).toEqual({ running: 'desktop' })
  const old = new Date(Date.now() - 120_000)
  await utimes(file(), old, old)
  expect(await taken()).toBeDefined()
})
test('a desktop takes over from a desktop: Electron lets only one of them come so far', async () => {
  await writeFile(file(), JSON.stringify({ app: 'desktop', pid: process.pid }))
  const desktop = await taken('desktop')
  expect(desktop).toBeDefined()
  await desktop?.release()
})
test('a lock that was cut short by a power failure is taken over after a while', async () => {
  await writeFile(file(), '{"pi')
  expect(await taken()).toBeDefined()
})
test('a dead one’s lock that the system does not let go of is a fault in the end', async ({ skip }) => {
  await writeFile(file(), JSON.stringify({ app: 'web', pid: deadPid() }))
  try {
    execFileSync('chattr', ['+i', file()], { stdio: 'ignore' })
  } catch {
    skip('no immutable files here')
  }
  try {
    await expect(takeLaunch(folder, 'web')).rejects.toThrow('out-unwritable')
  } finally {
    execFileSync('chattr', ['-i', file()])
  }
})
test('a data folder that cannot be made is a fault', async () => {
  await writeFile(path.join(folder, 'file'), '')
  await expect(takeLaunch(path.join(folder, 'file'), 'web')).rejects.toThrow('out-unwritable')
})
