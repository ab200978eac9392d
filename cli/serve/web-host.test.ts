import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { forkConformance } from '../../hosting/conformance.fixture.ts'
import { startEngineProcess } from '../../hosting/engine-process.ts'
import { httpPort } from '../../renderer/host/http-port.ts'
import { conformanceContract, conformanceEngine, hostConforms } from '../../shared/conformance.fixture.ts'
import type { Engine } from '../../shared/operation.ts'
import { connect } from '../../shared/wire.ts'
import { startWebHost, type WebHost } from './web-host.ts'

type Conformance = typeof conformanceContract
const token = 'token-of-this-test'
const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

async function open(engine: Engine<Conformance> = conformanceEngine()) {
  const reported: unknown[] = []
  const refused: string[] = []
  const host = await startWebHost({
    contract: conformanceContract,
    engine,
    port: 0,
    token,
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
