import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PrintPdf } from '../engine/world.ts'
import { chromiumWords, forbidScripts } from './chromium-words.ts'
import { killTree } from './kill-tree.ts'

export interface ChromiumPrinterOptions {
  /** How long one page may take, in milliseconds. */
  readonly limitMs?: number
  /** How long the program may take to end once the PDF is whole, in milliseconds. */
  readonly graceMs?: number
}

/** As much of what a failing program says as goes into the log, in characters. */
const mostSaid = 600
const lookEveryMs = 250

/**
 * Prints by a Chromium of the machine, each page with a profile of its own that is gone afterwards. Rejects where the
 * program fails, takes too long or is aborted; none of its processes is left then.
 */
export function chromiumPrinter(
  program: string,
  { limitMs = 60_000, graceMs = 3000 }: ChromiumPrinterOptions = {},
): PrintPdf {
  return async (page, pdf, signal) => {
    signal.throwIfAborted()
    const profile = await mkdtemp(path.join(tmpdir(), 'kepuri-print-'))
    try {
      await forbidScripts(profile)
      signal.throwIfAborted()
      const child = spawn(program, chromiumWords({ page, pdf, profile }), {
        stdio: ['ignore', 'ignore', 'pipe'],
        windowsHide: true,
        // Ctrl-C is answered by us, and the group is ended as one.
        detached: process.platform !== 'win32',
        env: environmentIn(profile),
      })
      await finished(child, { pdf, signal, limitMs, graceMs })
    } finally {
      // Processes that were killed a moment ago may still hold files in it.
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(
        () => undefined,
      )
    }
  }
}

/** On Linux the socket by which it knows itself lies among temporary files, and stays there when it is killed. */
const environmentIn = (profile: string): NodeJS.ProcessEnv =>
  process.platform === 'linux' ? { ...process.env, TMPDIR: profile } : process.env

interface Watch extends Required<ChromiumPrinterOptions> {
  readonly pdf: string
  readonly signal: AbortSignal
}

/** Settles when the program has ended, by itself or by us. */
async function finished(child: ChildProcess, { pdf, signal, limitMs, graceMs }: Watch): Promise<void> {
  let said = ''
  let failure: Error | undefined
  let wholeAt: number | undefined
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-mostSaid)))
  const ended = new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, by) => resolve(String(code ?? by)))
  })
  const stop = (why: string) => {
    failure ??= new Error(why)
    killTree(child)
  }
  const onAbort = () => stop('printing was aborted')
  const limit = setTimeout(() => stop(`printing took longer than ${limitMs} ms`), limitMs)
  // Some versions write the PDF and never end (seen on macOS while the person's own browser is open).
  const look = setInterval(() => {
    void isWhole(pdf).then((whole) => {
      wholeAt = whole ? (wholeAt ?? performance.now()) : undefined
      if (wholeAt !== undefined && performance.now() - wholeAt > graceMs) killTree(child)
    })
  }, lookEveryMs)
  signal.addEventListener('abort', onAbort)
  try {
    const how = await ended
    if (failure) throw failure
    if (!(await isWhole(pdf))) throw new Error(`the browser ended with ${how}: ${said.trim()}`)
  } finally {
    clearTimeout(limit)
    clearInterval(look)
    signal.removeEventListener('abort', onAbort)
    // A browser that crashed may leave children behind.
    killTree(child)
  }
}

/** Whether the file is there and ends as a PDF does; it is written in one go. */
async function isWhole(file: string): Promise<boolean> {
  try {
    const handle = await open(file)
    try {
      const { size } = await handle.stat()
      const tail = Buffer.alloc(Math.min(size, 1024))
      await handle.read(tail, 0, tail.length, size - tail.length)
      return tail.toString('latin1').includes('%%EOF')
    } finally {
      await handle.close()
    }
  } catch {
    return false
  }
}
