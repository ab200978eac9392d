import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { createFileLog } from '../../hosting/file-log.ts'
import type { FaultData } from '../../shared/faults.ts'
import type { Desktop } from './desktop.ts'
import { type App, startApp } from './start-app.ts'

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  json(): unknown
  fault(): FaultData
}
export interface Asking {
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Buffer
}

/** One request, its path sent as it stands: `fetch` would tidy it up. */
export function ask(port: number, address: string, { method, headers, body }: Asking): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sending = request({ port, host: '127.0.0.1', path: address, method: method ?? 'GET', headers })
    sending.on('error', reject)
    sending.on('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const whole = Buffer.concat(parts)
        const json = () => JSON.parse(whole.toString('utf8')) as unknown
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: whole,
          json,
          fault: () => (json() as { fault: FaultData }).fault,
        })
      })
    })
    sending.end(body)
  })
}

/** The whole app on a data folder of its own, and a browser's way to it. */
export interface AppDesk {
  readonly app: App
  readonly cookie: string
  /** Paths that were to be shown. */
  readonly revealed: string[]
  path(...names: string[]): string
  ask(address: string, asking?: Asking): Promise<Answered>
  post(address: string, body: unknown): Promise<Answered>
  put(drop: string, relative: string, body: string | Buffer, headers?: OutgoingHttpHeaders): Promise<Answered>
}

/** Opens the app for the tests of one file. */
export function appDesk(): AppDesk {
  let folder = ''
  let app: App | undefined
  const revealed: string[] = []
  const desktop: Desktop = {
    browse: async () => false,
    reveal: async (place) => revealed.push(place) > 0,
  }
  const here = (...names: string[]) => path.join(folder, ...names)
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kepuri-网页-'))
    await mkdir(here('window', 'assets'), { recursive: true })
    await writeFile(here('window', 'index.html'), '<!doctype html><title>窗口</title>')
    await writeFile(here('window', 'assets', 'index-a1b2.js'), 'export {}')
    await writeFile(here('secret.txt'), 'secret')
    const now = () => new Date()
    app = await startApp({
      dataDir: here('data'),
      out: here('文档', '科普日报送'),
      port: 0,
      windowDir: here('window'),
      desktop,
      log: createFileLog(here('data'), now),
      now,
    })
  })
  afterAll(async () => {
    await app?.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  const running = () => {
    if (!app) throw new Error('not open yet')
    return app
  }
  const cookie = () => `kepuri-${running().port}=${new URL(running().address).searchParams.get('token')}`
  const asking = (address: string, { headers, ...more }: Asking = {}) =>
    ask(running().port, address, { ...more, headers: { cookie: cookie(), ...headers } })
  return {
    get app() {
      return running()
    },
    get cookie() {
      return cookie()
    },
    revealed,
    path: here,
    ask: asking,
    post: (address, body) => asking(address, { method: 'POST', body: JSON.stringify(body) }),
    put: (drop, relative, body, headers = {}) =>
      asking(`/host/drops/${drop}/${encodeURIComponent(relative)}`, { method: 'PUT', body, headers }),
  }
}
