import { writeFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { PrintPdf } from '../../engine/world.ts'
import { limitOfPage, type PrintLimit, printLimit } from '../print-limit.ts'
import { type ShutContents, type ShutSession, shutContents, shutSession } from './lockdown.ts'

/** As much of Electron's `BrowserWindow` as a paper is printed with. */
export interface PaperWindow {
  readonly webContents: ShutContents & {
    printToPDF(options: PaperOptions): Promise<Uint8Array>
    on(event: 'render-process-gone', listener: (event: unknown, details: { reason: string }) => void): unknown
  }
  on(event: 'closed', listener: () => void): unknown
  loadURL(address: string): Promise<void>
  isDestroyed(): boolean
  destroy(): void
}
export interface PaperPrinterTools {
  readonly create: (options: PaperWindowOptions) => PaperWindow
  readonly sessionOf: (partition: string) => ShutSession
  readonly onRefused: (what: string) => void
  readonly limit?: PrintLimit
}

/** In memory, for its name does not begin with `persist:`. */
const partition = 'paper'
/** The sheets say their own size and margins (`@page`). */
const asTheSheetsSay = {
  printBackground: true,
  preferCSSPageSize: true,
  pageSize: 'A4',
  margins: { top: 0, bottom: 0, left: 0, right: 0 },
} as const
export type PaperOptions = typeof asTheSheetsSay
const options = {
  // Never shown: it is laid out and printed all the same.
  show: false,
  focusable: false,
  skipTaskbar: true,
  webPreferences: {
    partition,
    javascript: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    backgroundThrottling: false,
  },
} as const
export type PaperWindowOptions = typeof options

/**
 * Prints pages of ours to PDF in a window that nobody sees: without scripts, in a session of its own that loads the
 * page's file and nothing else. The window is gone afterwards, whatever happens; nothing is written after an abort.
 */
export function paperPrinter({
  create,
  sessionOf,
  onRefused,
  limit = printLimit,
}: PaperPrinterTools): PrintPdf {
  /** The pages that are being printed. */
  const current = new Set<string>()
  let shut = false

  return async (page, pdf, signal) => {
    signal.throwIfAborted()
    if (!shut) shutSession(sessionOf(partition), onRefused, (asked) => current.has(fileOf(asked)))
    shut = true
    const address = pathToFileURL(page).href
    const limitMs = await limitOfPage(page, limit)
    // A window that is destroyed at work leaves `printToPDF` unsettled (electron#29485): whatever ends it ends us.
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(new Error(`printing took longer than ${limitMs} ms`)), limitMs)
    const ended = AbortSignal.any([signal, stop.signal])
    const broken = new Promise<never>((_resolve, reject) =>
      ended.addEventListener('abort', () => reject(ended.reason as Error), { once: true }),
    )
    broken.catch(() => undefined)
    current.add(fileOf(address))
    let window: PaperWindow | undefined
    try {
      signal.throwIfAborted()
      window = create(options)
      // Quitting closes all windows, this one too.
      window.on('closed', () => stop.abort(new Error('the window of the page that is printed was closed')))
      shutContents(window.webContents, onRefused)
      window.webContents.on('render-process-gone', (_event, { reason }) =>
        stop.abort(new Error(`the page that is printed has gone: ${reason}`)),
      )
      await Promise.race([window.loadURL(address), broken])
      const content = await Promise.race([window.webContents.printToPDF(asTheSheetsSay), broken])
      await writeFile(pdf, content, { flush: true, signal: ended })
    } finally {
      clearTimeout(timer)
      current.delete(fileOf(address))
      if (window && !window.isDestroyed()) window.destroy()
    }
  }
}

/** The file behind an address; empty for others. Chromium and Node need not spell the same address alike. */
function fileOf(address: string): string {
  try {
    return fileURLToPath(address)
  } catch {
    return ''
  }
}
