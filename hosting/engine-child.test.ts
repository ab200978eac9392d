import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contract } from '../shared/contract.ts'
import { joinedPorts } from '../shared/joined-port.ts'
import { connect, type Reply, type Request, serve } from '../shared/wire.ts'
import { engineEnvironment, engineProgram } from './engine-program.ts'
import { startEngineProcess } from './engine-process.ts'
import { childEngine } from './fork-engine.ts'

let folder = ''
beforeEach(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'kepuri-引擎-'))))
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

const marks = () => readdir(path.join(folder, 'data', 'probing')).catch(() => [])

/** The real engine, while it looks at a file that takes long. */
async function probing() {
  const film = path.join(folder, '片子.mp4')
  const head = await readFile(path.join(import.meta.dirname, '../engine/fixtures/media/video-120.00s.mp4'))
  const box = Buffer.alloc(16)
  const bytes = 8_000_000_000
  box.writeUInt32BE(1, 0)
  box.write('free', 4, 'latin1')
  box.writeBigUInt64BE(BigInt(bytes - head.length), 8)
  await writeFile(film, Buffer.concat([head, box]))
  await truncate(film, bytes)

  const children: ChildProcess[] = []
  const host = startEngineProcess(contract, {
    fork() {
      const env = engineEnvironment(path.join(folder, 'data'), { prints: false })
      const child = fork(engineProgram, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
      children.push(child)
      return childEngine(child)
    },
    newId: () => '1',
    onDeath: () => undefined,
  })
  const ports = joinedPorts<Request, Reply>()
  serve(contract, host.engine, ports.far, () => 'ref')
  const client = connect(contract, ports.near)
  const { files } = await client['sources.walk']({ claims: [host.claim(film)] })
  const looking = client['media.probe']({ files: files.map(({ id }) => id) }).then(
    () => 'finished',
    () => 'broken off',
  )
  await expect.poll(marks).toHaveLength(1)
  const [child] = children
  if (!child) throw new Error('not forked')
  return { host, child, looking }
}

test('closed while it looks at a file it ends by itself, and the file is no suspect', async () => {
  const { host, child, looking } = await probing()
  await host.close()
  expect([child.exitCode, await looking]).toEqual([0, 'broken off'])
  expect(await marks()).toEqual([])
})
// Windows ends a process without asking it.
test.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGHUP', 'hang up', 'SIGINT'] as const)(
  'after %s the file is no suspect',
  async (how) => {
    const { host, child, looking } = await probing()
    const ended = once(child, 'exit')
    if (how === 'hang up') child.disconnect()
    else child.kill(how)
    // Ctrl-C is for the host to answer.
    if (how === 'SIGINT') await host.close()
    expect(await ended).toEqual([0, null])
    expect(await looking).toBe('broken off')
    expect(await marks()).toEqual([])
    await host.close()
  },
)
