import { randomUUID } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { conformanceContract, hostConforms } from '../shared/conformance.fixture.ts'
import type { Fault } from '../shared/faults.ts'
import { joinedPorts } from '../shared/joined-port.ts'
import { connect, type Reply, type Request, serve } from '../shared/wire.ts'
import { forkConformance } from './conformance.fixture.ts'
import type { EngineChild, EngineEnd } from './engine-life.ts'
import type { FromEngine, ToEngine } from './engine-messages.ts'
import { startEngineProcess } from './engine-process.ts'
import { forkEngine } from './fork-engine.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

function start(fork: (nth: number) => EngineChild = () => forkConformance(), patienceMs = 3000) {
  let forked = 0
  const deaths: EngineEnd[] = []
  const host = startEngineProcess(conformanceContract, {
    fork: () => fork(forked++),
    newId: randomUUID,
    onDeath: (how) => deaths.push(how),
    patienceMs,
  })
  opened.push(host)
  const ports = joinedPorts<Request, Reply>()
  serve(conformanceContract, host.engine, ports.far, () => 'ref')
  const client = connect(conformanceContract, ports.near)
  const kill = () => process.kill(host.pid() ?? 0, 'SIGKILL')
  return { host, client, deaths, kill, forked: () => forked }
}

hostConforms('engine process', async () => {
  const { host, client, kill } = start()
  // A bug is logged where it happens: in the process.
  return { client, reported: ['in the process'], cut: kill, close: () => host.close() }
})

describe('an engine in a process of its own', () => {
  test('answers calls that were made before it listened', async () => {
    const { client } = start()
    expect(await client['text.trim']({ text: ' a ' })).toEqual({ text: 'a' })
  })
  test('that dies ends its calls with a fault of its own, and the next call is answered by another', async () => {
    const { client, deaths, kill, forked } = start()
    const dying = client['work.run']({ steps: 1000, milliseconds: 20 }, { onProgress: kill })
    expect(((await dying.catch((error: unknown) => error)) as Fault).data).toEqual({ code: 'engine-gone' })
    expect(await client['text.trim']({ text: ' again ' })).toEqual({ text: 'again' })
    expect([forked(), deaths.length]).toEqual([2, 1])
  })
  test('that dies forgets nothing that was handed in', async () => {
    const { host, client, kill, forked } = start()
    const claim = host.claim('/照片/科普车')
    expect(await host.locate(claim)).toBe('/照片/科普车')
    kill()
    await vi.waitFor(() => expect(forked()).toBe(2))
    expect(await host.locate(claim)).toBe('/照片/科普车')
    expect(await host.locate('never handed out')).toBeUndefined()
    expect(await client['text.trim']({ text: 'x' })).toEqual({ text: 'x' })
  })
  test('that dies over a question knows no path', async () => {
    const { host, client, kill } = start()
    await client['text.trim']({ text: 'x' })
    kill()
    expect(await host.locate(host.claim('/照片'))).toBeUndefined()
  })
  test('that cannot start is tried again, slower each time', async () => {
    const { client, deaths, forked } = start((nth) => forkConformance(...(nth < 3 ? ['--broken'] : [])))
    const began = Date.now()
    await vi.waitFor(() => expect(forked()).toBe(4), { timeout: 10_000 })
    expect(Date.now() - began).toBeGreaterThan(1400)
    expect(await client['text.trim']({ text: ' x' })).toEqual({ text: 'x' })
    expect(deaths.map(({ code }) => code)).toEqual([3, 3, 3])
  })
  test('that comes up and dies again and again is given time, and what is asked meanwhile waits for the next', async () => {
    const { host, client, deaths, kill } = start()
    const claim = host.claim('/照片')
    for (let death = 1; death <= 2; death += 1) {
      await client['text.trim']({ text: 'x' })
      kill()
      await vi.waitFor(() => expect(deaths).toHaveLength(death))
    }
    expect(host.pid()).toBeUndefined()
    const [trimmed, located] = [client['text.trim']({ text: ' x ' }), host.locate(claim)]
    expect([await trimmed, await located]).toEqual([{ text: 'x' }, '/照片'])
  })
  test('whose program cannot be run has ended', async () => {
    const missing = { ...process.env, PATH: '' }
    const real = process.execPath
    process.execPath = '/nowhere/node'
    const child = forkEngine('x', [], missing)
    process.execPath = real
    const how = await new Promise((resolve) => child.listen(() => undefined, resolve))
    expect(how).toEqual({ code: null })
  })
})

describe('closing', () => {
  test('aborts calls and lets them clean up', async () => {
    const { host, client, deaths } = start()
    const ended = expect(client['work.run']({ steps: 1000, milliseconds: 20 })).rejects.toThrow('cancelled')
    await client['work.taken']({})
    await host.close()
    await ended
    expect(deaths).toEqual([])
    await expect(client['text.trim']({ text: 'x' })).rejects.toThrow('engine-gone')
    expect(await host.locate('x')).toBeUndefined()
  })
  test('between two processes ends at once, and what waits for the next has failed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const broken: EngineChild = {
      pid: () => 1,
      post: () => undefined,
      listen: (_hear, ended) => queueMicrotask(() => ended({ code: 3 })),
      kill: () => undefined,
    }
    const { host, client, forked } = start(() => broken)
    await turn()
    expect([forked(), host.pid()]).toEqual([2, undefined])
    const waiting = expect(client['text.trim']({ text: 'x' })).rejects.toThrow('engine-gone')
    await turn()
    await host.close()
    await waiting
    expect(vi.getTimerCount()).toBe(0)
    vi.advanceTimersByTime(60_000)
    expect(forked()).toBe(2)
  })
  test('kills what does not end by itself', async () => {
    const said: ToEngine[] = []
    let ended = (_how: EngineEnd): void => undefined
    const child: EngineChild = {
      pid: () => 1,
      post: (message) => said.push(message),
      listen(hear: (message: FromEngine) => void, onEnd) {
        ended = onEnd
        queueMicrotask(() => hear({ type: 'ready' }))
      },
      kill: () => ended({ code: 9 }),
    }
    const { host } = start(() => child, 20)
    await turn()
    await host.close()
    await host.close()
    expect(said).toEqual([{ type: 'close' }])
  })
})
