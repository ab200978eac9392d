import { type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { conformanceContract } from '../shared/conformance.fixture.ts'
import type { Fault } from '../shared/faults.ts'
import { joinedPorts } from '../shared/joined-port.ts'
import { connect, type Reply, type Request, serve } from '../shared/wire.ts'
import { startEngineProcess } from './engine-process-host.ts'
import { forkForTests } from './fork.fixture.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

function start(wordsOf: (nth: number) => readonly string[] = () => []) {
  const processes: ChildProcess[] = []
  const deaths: number[] = []
  const host = startEngineProcess(conformanceContract, {
    fork: () => {
      const { child, process } = forkForTests(wordsOf(processes.length))
      processes.push(process)
      return child
    },
    newId: randomUUID,
    onDeath: (code) => deaths.push(code),
  })
  opened.push(host)
  const ports = joinedPorts<Request, Reply>()
  serve(conformanceContract, host.engine, ports.far, () => 'ref')
  return { host, client: connect(conformanceContract, ports.near), processes, deaths }
}

describe('an engine in a process of its own', () => {
  test('answers calls that were made before it listened', async () => {
    const { client } = start()
    expect(await client['text.trim']({ text: ' a ' })).toEqual({ text: 'a' })
  })
  test('that dies ends its calls with a fault of its own, and the next call is answered by another', async () => {
    const { client, processes, deaths } = start()
    const dying = client['work.run'](
      { steps: 1000, milliseconds: 20 },
      { onProgress: () => processes[0]?.kill('SIGKILL') },
    )
    expect(((await dying.catch((error: unknown) => error)) as Fault).data).toEqual({ code: 'engine-gone' })
    expect(await client['text.trim']({ text: ' again ' })).toEqual({ text: 'again' })
    expect([processes.length, deaths.length]).toEqual([2, 1])
  })
  test('knows after a restart what was handed in before', async () => {
    const { host, client, processes } = start()
    const claim = host.claim('/照片/科普车')
    expect(await host.locate(claim)).toBe('/照片/科普车')
    processes[0]?.kill('SIGKILL')
    await vi.waitFor(() => expect(processes).toHaveLength(2))
    expect(await host.locate(claim)).toBe('/照片/科普车')
    expect(await host.locate('never handed out')).toBeUndefined()
    expect(await client['text.trim']({ text: 'x' })).toEqual({ text: 'x' })
  })
  test('that cannot start is tried again, slower each time', async () => {
    const { client, processes, deaths } = start((nth) => (nth < 3 ? ['--broken'] : []))
    const began = Date.now()
    await vi.waitFor(() => expect(processes).toHaveLength(4), { timeout: 10_000 })
    expect(Date.now() - began).toBeGreaterThan(1400)
    expect(await client['text.trim']({ text: ' x' })).toEqual({ text: 'x' })
    expect(deaths).toEqual([3, 3, 3])
  })
  test('ends when it is closed, cleaning up first', async () => {
    const { host, client, processes } = start()
    const call = client['work.run']({ steps: 1000, milliseconds: 20 })
    const ended = expect(call).rejects.toThrow('cancelled')
    await client['work.taken']({})
    await host.close()
    await ended
    expect(processes[0]?.exitCode).toBe(0)
  })
  test('that does not end by itself is killed', async () => {
    const host = startEngineProcess(conformanceContract, {
      fork: () => {
        let exit = (_code: number): void => undefined
        return {
          postMessage: () => undefined,
          on: () => undefined,
          once: (_event, listener) => (exit = listener),
          kill: () => {
            exit(9)
            return true
          },
        }
      },
      newId: randomUUID,
      onDeath: () => undefined,
      patience: 20,
    })
    await host.close()
  })
})
