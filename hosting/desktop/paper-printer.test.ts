import { EventEmitter } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import type { ShutSession } from './lockdown.ts'
import {
  type PaperOptions,
  paperPrinter,
  type PaperWindow,
  type PaperWindowOptions,
} from './paper-printer.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'kepuri-纸 #1%20-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const page = path.join(folder, '报送核对单.html')
const pdf = path.join(folder, '报送核对单.pdf')
const never = new AbortController().signal
const forEver = new Promise<never>(() => undefined)

/** A press whose windows load and print as the test says. */
function press(
  does: { create?: () => void; load?: () => Promise<void>; print?: () => Promise<Uint8Array> } = {},
  limit?: (bytes: number) => number,
) {
  let before: Parameters<ShutSession['webRequest']['onBeforeRequest']>[0] | undefined
  const made: PaperWindowOptions[] = []
  const loaded: string[] = []
  const printed: PaperOptions[] = []
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: vi.fn(),
    setWebRTCIPHandlingPolicy: vi.fn(),
    printToPDF: (options: PaperOptions) => {
      printed.push(options)
      return does.print?.() ?? Promise.resolve(Buffer.from('%PDF- %%EOF'))
    },
  })
  const window = new EventEmitter()
  let destroyed = false
  /** As Electron's: a window that has gone says so, and there is nothing left of it to be destroyed. */
  const destroy = vi.fn(() => {
    if (destroyed) throw new TypeError('Object has been destroyed')
    destroyed = true
    window.emit('closed')
  })
  const partitions: string[] = []
  const session: ShutSession = {
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
    setDevicePermissionHandler: () => undefined,
    webRequest: { onBeforeRequest: (listener) => (before = listener) },
    setSpellCheckerEnabled: () => undefined,
    setSpellCheckerLanguages: () => undefined,
    setSpellCheckerDictionaryDownloadURL: () => undefined,
    setProxy: async () => undefined,
    on: () => undefined,
  }
  const refused: string[] = []
  const print = paperPrinter({
    create: (options): PaperWindow => {
      made.push(options)
      does.create?.()
      destroyed = false
      return {
        on: (event, listener) => window.on(event, listener),
        isDestroyed: () => destroyed,
        webContents: contents,
        loadURL: async (address) => {
          loaded.push(address)
          await does.load?.()
        },
        destroy,
      }
    },
    sessionOf(partition) {
      partitions.push(partition)
      return session
    },
    onRefused: (what) => refused.push(what),
    ...(limit && { limit }),
  })
  const refuses = (url: string) => {
    const verdict = vi.fn()
    before?.({ url }, verdict)
    const [{ cancel }] = verdict.mock.lastCall as [{ cancel: boolean }]
    return cancel
  }
  return { print, made, loaded, printed, destroy, partitions, refused, refuses, contents }
}

test('a paper is printed as its sheets say, in a window without scripts that nobody sees', async () => {
  const { print, made, loaded, printed, destroy, partitions } = press()
  await print(page, pdf, never)
  expect(readFileSync(pdf, 'utf8')).toBe('%PDF- %%EOF')
  expect(loaded).toEqual([pathToFileURL(page).href])
  expect(made).toMatchObject([
    { show: false, webPreferences: { javascript: false, sandbox: true, nodeIntegration: false } },
  ])
  expect(partitions).toEqual([made[0]?.webPreferences?.partition])
  expect(partitions[0]).not.toMatch(/^persist:|^$/)
  expect(printed).toEqual([
    {
      printBackground: true,
      preferCSSPageSize: true,
      pageSize: 'A4',
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    },
  ])
  expect(destroy).toHaveBeenCalledOnce()
})
test('its session loads the page that is printed, only while it is, and nothing else', async () => {
  const seen: boolean[] = []
  const all = press({
    load: async () => {
      const own = pathToFileURL(page).href
      const beside = pathToFileURL(path.join(folder, '别的.html')).href
      for (const url of [own, beside, 'file:///etc/passwd', 'https://example.com/', 'http://127.0.0.1/', ''])
        seen.push(all.refuses(url))
    },
  })
  await all.print(page, pdf, never)
  expect(seen).toEqual([false, true, true, true, true, true])
  expect(all.refuses(pathToFileURL(page).href)).toBe(true)
  await all.print(page, pdf, never)
  expect(all.partitions).toHaveLength(1)
})
test.each<[string, Parameters<typeof press>, string]>([
  ['that does not load', [{ load: () => Promise.reject(new Error('ERR_FAILED')) }], 'ERR_FAILED'],
  ['that is not printed', [{ print: () => Promise.reject(new Error('Failed to generate PDF')) }], 'Failed'],
  ['that loads for ever', [{ load: () => forEver }, () => 20], 'longer than 20 ms'],
  ['that prints for ever', [{ print: () => forEver }, () => 20], 'longer than 20 ms'],
])('a page %s leaves no window and no file', async (_, given, reason) => {
  rmSync(pdf, { force: true })
  const { print, destroy } = press(...given)
  await expect(print(page, pdf, never)).rejects.toThrow(reason)
  expect(destroy).toHaveBeenCalledOnce()
  expect(readdirSync(folder)).toEqual([])
})
test('a page whose process dies is not waited for', async () => {
  const all = press({ print: () => forEver })
  const printing = expect(all.print(page, pdf, never)).rejects.toThrow('oom')
  await vi.waitFor(() => expect(all.printed).toHaveLength(1))
  all.contents.emit('render-process-gone', {}, { reason: 'oom' })
  await printing
  expect(all.destroy).toHaveBeenCalledOnce()
})
test('a page whose window is closed, as by quitting, is not waited for', async () => {
  const all = press({ print: () => forEver })
  const printing = expect(all.print(page, pdf, never)).rejects.toThrow('was closed')
  await vi.waitFor(() => expect(all.printed).toHaveLength(1))
  all.destroy()
  await printing
  expect(all.destroy).toHaveBeenCalledOnce()
})
test('a window that cannot be made leaves no page allowed and nothing running', async () => {
  const limit = vi.fn(() => 20)
  const create = () => {
    throw new Error('no window')
  }
  const all = press({ create }, limit)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  await expect(all.print(page, pdf, never)).rejects.toThrow('no window')
  expect(vi.getTimerCount()).toBe(0)
  expect(all.refuses(pathToFileURL(page).href)).toBe(true)
})
test('its limit goes by the size of the page', async () => {
  const limit = vi.fn(() => 60_000)
  writeFileSync(page, 'x'.repeat(1234))
  onTestFinished(() => rmSync(page))
  await press({}, limit).print(page, pdf, never)
  rmSync(pdf)
  expect(limit).toHaveBeenCalledExactlyOnceWith(1234)
})
test('an abort ends it at once, and nothing is written afterwards', async () => {
  const stop = new AbortController()
  let finish = (_pdf: Uint8Array): void => undefined
  const all = press({ print: () => new Promise((resolve) => (finish = resolve)) })
  const printing = expect(all.print(page, pdf, stop.signal)).rejects.toThrow('aborted')
  await vi.waitFor(() => expect(all.printed).toHaveLength(1))
  stop.abort()
  await printing
  expect(all.destroy).toHaveBeenCalledOnce()
  finish(Buffer.from('late'))
  await new Promise(setImmediate)
  expect(readdirSync(folder)).toEqual([])
  await expect(all.print(page, pdf, stop.signal)).rejects.toThrow('aborted')
  expect(all.made).toHaveLength(1)
})
