import { type ChildProcess, spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import type { PrintPdf } from '../engine/world.ts'
import { chromiumWords, forbidScripts } from './chromium-words.ts'
import { killTree } from './kill-tree.ts'
import { limitOfPage, type PrintLimit, printLimit } from './print-limit.ts'
import { newProfile, removeProfile, sweepProfiles } from './print-profiles.ts'

export interface ChromiumPrinterOptions {
  readonly limit?: PrintLimit
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
  { limit = printLimit, graceMs = 3000 }: ChromiumPrinterOptions = {},
): PrintPdf {
  return async (page, pdf, signal) => {
    signal.throwIfAborted()
    await sweepProfiles()
    const limitMs = await limitOfPage(page, limit)
    const profile = await newProfile()
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
      await removeProfile(profile)
    }
  }
}

/** With the name of its socket below it (45 bytes), a longer folder makes no address (108 bytes, unix(7)), and it aborts. */
const longestTemporary = 62

/** On Linux the socket by which it knows itself lies among temporary files, and stays there when it is killed. */
function environmentIn(profile: string): NodeJS.ProcessEnv {
  if (process.platform !== 'linux') return process.env
  return { ...process.env, TMPDIR: Buffer.byteLength(profile) <= longestTemporary ? profile : '/tmp' }
}

interface Watch {
  readonly limitMs: number
  readonly graceMs: number
  readonly pdf: string
  readonly signal: AbortSignal
}

/** Settles when the program has ended, by itself or by us. */
async function finished(child: ChildProcess, { pdf, signal, limitMs, graceMs }: Watch): Promise<void> {
  let said = ''
  let failure: Error | undefined
  let wholeAt: number | undefined
  let overdue = false
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
  // Where this program gives up waiting for its own end (a second Ctrl-C).
  const onExit = () => killTree(child)
  const limit = setTimeout(() => stop(`printing took longer than ${limitMs} ms`), limitMs)
  // Some versions write the PDF and never end (seen on macOS while the person's own browser is open).
  const look = setInterval(() => {
    void isWhole(pdf).then((whole) => {
      wholeAt = whole ? (wholeAt ?? performance.now()) : undefined
      overdue ||= wholeAt !== undefined && performance.now() - wholeAt > graceMs
      if (overdue) killTree(child)
    })
  }, lookEveryMs)
  signal.addEventListener('abort', onAbort)
  process.once('exit', onExit)
  try {
    const how = await ended
    if (failure) throw failure
    const fine = how === '0' || overdue
    if (!fine || !(await isWhole(pdf))) throw new Error(`the browser ended with ${how}: ${said.trim()}`)
  } finally {
    clearTimeout(limit)
    clearInterval(look)
    signal.removeEventListener('abort', onAbort)
    process.off('exit', onExit)
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
