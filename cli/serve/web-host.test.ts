import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { forkConformance } from '../../hosting/conformance.fixture.ts'
import { startEngineProcess } from '../../hosting/engine-process.ts'
import { httpPort } from '../../renderer/host/http-port.ts'
import { conformanceContract, conformanceEngine, hostConforms } from '../../shared/conformance.fixture.ts'
import type { Fault } from '../../shared/faults.ts'
import type { Engine } from '../../shared/operation.ts'
import { connect } from '../../shared/wire.ts'
import { startWebHost, type WebHost } from './web-host.ts'

type Conformance = typeof conformanceContract
const token = 'token-of-this-test'
const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close()
})

async function open(engine: Engine<Conformance> = conformanceEngine(), port = 0, own = token) {
  const reported: unknown[] = []
  const refused: string[] = []
  const host = await startWebHost({
    contract: conformanceContract,
    engine,
    port,
    token: own,
    report: (error) => `ref-${reported.push(error)}`,
    routes: [],
    onRefused: (verdict) => refused.push(verdict),
  })
  opened.push(host)
  return { host, reported, refused }
}
/** fetch as a page of the host would: with the cookie that entering has set. */
function pageOf(host: WebHost) {
  const real = globalThis.fetch
  globalThis.fetch = (address, init) =>
    real(address, { ...init, headers: { ...init?.headers, cookie: `kepuri-${host.port}=${token}` } })
  opened.push({ close: async () => void (globalThis.fetch = real) })
  return connect(conformanceContract, httpPort(`http://127.0.0.1:${host.port}/call`))
}

hostConforms('web host', async () => {
  const { host, reported } = await open()
  return { client: pageOf(host), reported, cut: () => void host.close(), close: async () => undefined }
})

describe('the web host', () => {
  const ask = (host: WebHost, path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${host.port}${path}`, { redirect: 'manual', ...init })
  const call = { type: 'call', id: 1, name: 'text.trim', input: { text: ' a ' } }
  const withToken = (host: WebHost) => ({ cookie: `kepuri-${host.port}=${token}` })

  test('turns the token of its address into a cookie that scripts and other sites never see', async () => {
    const { host } = await open()
    const response = await fetch(host.address, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/'])
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/)
  })
  test('refuses whoever brings no token, another origin or another host', async () => {
    const { host, refused } = await open()
    const body = JSON.stringify(call)
    const statuses = [
      await ask(host, '/call', { method: 'POST', body }),
      await ask(host, '/?token=guess'),
      await ask(host, '/call', {
        method: 'POST',
        body,
        headers: { ...withToken(host), origin: 'http://evil.example' },
      }),
    ].map(({ status }) => status)
    expect(statuses).toEqual([401, 401, 403])
    expect(refused).toEqual(['wrong-token', 'wrong-token', 'wrong-origin'])
  })
  test.each(['', 'no json', '{"type":"cancel","id":1}', '{"type":"call"}', '[]'])(
    'takes no call of %j',
    async (body) => {
      const { host, reported } = await open()
      const response = await ask(host, '/call', { method: 'POST', body, headers: withToken(host) })
      expect(response.status).toBe(400)
      expect(reported).toEqual([])
    },
  )
  test('sends its security headers with every answer, refusals too', async () => {
    const { host } = await open()
    for (const path of ['/', '/nothing']) {
      const { headers } = await ask(host, path)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
})

describe('a call that is cancelled', () => {
  /** An engine whose work ends as the test says, whatever it is told. */
  function stubborn() {
    let end = (_steps: number): void => undefined
    let stop = (): void => undefined
    const told = new Promise<void>((resolve) => (stop = resolve))
    const engine: Engine<Conformance> = {
      ...conformanceEngine(),
      'work.run': ({ steps }, { signal, progress }) => {
        signal.addEventListener('abort', stop, { once: true })
        progress({ stage: 'probe', done: 1, total: steps, item: '文件1' })
        return new Promise((resolve, reject) => {
          end = (taken) => (taken === steps ? resolve({ steps }) : reject(new Error('stopped')))
        })
      },
    }
    return { engine, told, end: (steps: number) => end(steps) }
  }
  /** Cancels a call as soon as it runs. */
  function cancelled(host: WebHost) {
    const { signal, abort } = stopping()
    let settled = false
    const call = pageOf(host)['work.run']({ steps: 3, milliseconds: 0 }, { signal, onProgress: abort })
    const answer = call.catch((error: unknown) => (error as Fault).data).finally(() => (settled = true))
    return { answer, settled: () => settled }
  }
  const stopping = () => {
    const controller = new AbortController()
    return { signal: controller.signal, abort: () => controller.abort() }
  }

  test.each([
    ['with what the engine had done by then', 3, { steps: 3 }],
    ['as cancelled when the engine has stopped', 1, { code: 'cancelled' }],
  ])('is answered %s, and not before', async (_, steps, answer) => {
    const { engine, told, end } = stubborn()
    const { host } = await open(engine)
    const call = cancelled(host)
    await told
    // Whatever is on its way to the page has come through when a later call is answered.
    await pageOf(host)['text.trim']({ text: '' })
    expect(call.settled()).toBe(false)
    end(steps)
    expect(await call.answer).toEqual(answer)
  })
  test('by a page that hangs up is cancelled as well', async () => {
    const { engine, told } = stubborn()
    const { host } = await open(engine)
    const { signal, abort } = stopping()
    const body = JSON.stringify({
      type: 'call',
      id: 1,
      name: 'work.run',
      input: { steps: 3, milliseconds: 0 },
    })
    const headers = { cookie: `kepuri-${host.port}=${token}` }
    const response = await fetch(`http://127.0.0.1:${host.port}/call`, {
      method: 'POST',
      body,
      headers,
      signal,
    })
    expect(response.status).toBe(200)
    abort()
    await told
  })
  test('by another page of the same host runs on', async () => {
    const { engine, told, end } = stubborn()
    const { host } = await open(engine)
    let stopped = false
    void told.then(() => (stopped = true))
    const running = new Promise<void>((resolve) => {
      void pageOf(host)['work.run']({ steps: 3, milliseconds: 0 }, { onProgress: () => resolve() })
    })
    await running
    for (const key of ['', 'another-page-1', 'x'.repeat(200)]) {
      const headers = { cookie: `kepuri-${host.port}=${token}`, 'x-call': key }
      const body = JSON.stringify({ type: 'cancel', id: 1 })
      await fetch(`http://127.0.0.1:${host.port}/call`, { method: 'POST', body, headers })
    }
    expect(stopped).toBe(false)
    end(3)
  })
})

describe('a page whose host', () => {
  test('is not there any more may find it again', async () => {
    const { host } = await open()
    const client = pageOf(host)
    await host.close()
    await expect(client['text.trim']({ text: '' })).rejects.toThrow('engine-gone')
    await open(conformanceEngine(), host.port)
    expect(await client['text.trim']({ text: ' a' })).toEqual({ text: 'a' })
  })
  test('was started again is told that it has to be opened by its new address', async () => {
    const { host } = await open()
    const client = pageOf(host)
    await host.close()
    await open(conformanceEngine(), host.port, 'token-of-the-next-launch')
    await expect(client['text.trim']({ text: '' })).rejects.toThrow('host-gone')
  })
})

hostConforms('web host over a process', async () => {
  const engine = startEngineProcess(conformanceContract, {
    fork: () => forkConformance(),
    newId: randomUUID,
    onDeath: () => undefined,
  })
  opened.push(engine)
  const { host } = await open(engine.engine)
  // A bug is logged where it happens: in the process.
  return {
    client: pageOf(host),
    reported: ['in the process'],
    cut: () => void host.close(),
    close: async () => undefined,
  }
})
