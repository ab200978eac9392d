import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { type Launched, takeLaunch } from './launch.ts'

let folder = ''
const file = () => path.join(folder, 'serve.json')
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
const taken = async () => {
  const result = await takeLaunch(folder)
  return 'launch' in result ? result.launch : undefined
}

test('the second is told where the first is, until that is released', async () => {
  const launched = await answering(303)
  const first = await taken()
  await first?.publish(launched)
  expect(await takeLaunch(folder)).toEqual({ running: launched })
  await first?.release()
  expect(await taken()).toBeDefined()
})
test.skipIf(process.platform === 'win32')('the address is for its owner only', async () => {
  const launch = await taken()
  await launch?.publish(await answering(303))
  expect((await stat(file())).mode & 0o777).toBe(0o600)
})
test.each([
  ['of a dead process', async () => ({ ...(await answering(303)), pid: deadPid() })],
  ['whose number belongs to another program now', () => answering(401)],
  ['of a dead process that never listened', async () => ({ pid: deadPid() })],
])('a lock %s is taken over', async (_, content) => {
  await writeFile(file(), JSON.stringify(await content()))
  expect(await taken()).toBeDefined()
  expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual({ pid: process.pid })
  expect(await readdir(folder)).toEqual(['serve.json'])
})
test('a lock that was cut short by a power failure is taken over after a while', async () => {
  await writeFile(file(), '{"pi')
  expect(await taken()).toBeDefined()
})
test('a data folder that cannot be made is a fault', async () => {
  await writeFile(path.join(folder, 'file'), '')
  await expect(takeLaunch(path.join(folder, 'file'))).rejects.toThrow('out-unwritable')
})
