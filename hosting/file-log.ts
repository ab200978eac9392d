import { randomUUID } from 'node:crypto'
import { appendFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { LogEntry } from '../engine/world.ts'
import { makeFolder } from './make-folder.ts'
import { withoutQuotes } from './quoted-text.ts'

/** In bytes; with the older file there is at most twice that. */
const largest = 2 * 1024 * 1024
/** What nobody has asked about in half a year is not kept. */
const longestKeptMs = 183 * 24 * 3600 * 1000

export interface FileLog {
  readonly log: (entry: LogEntry) => void
  /** Logs a bug whole and gives the reference under which it stands. */
  readonly report: (error: unknown) => string
  readonly file: string
}

/**
 * A log of JSON lines under the data folder, one older file kept for half a year. What an error quotes of a text stays out: it may be a
 * clerk's writing. A folder that cannot be written costs the log, not the work.
 */
export function createFileLog(dataDir: string, now: () => Date): FileLog {
  const file = path.join(dataDir, 'logs', 'kepuri.log')
  const older = `${file}.1`
  const rotate = () => {
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, older)
    } catch {
      // Open elsewhere at this moment: the next line tries again.
    }
  }
  try {
    const { mtimeMs } = statSync(older)
    if (now().getTime() - mtimeMs > longestKeptMs) rmSync(older)
  } catch {
    // There is none, or it stays.
  }
  const write = (line: object) => {
    try {
      makeFolder(dataDir)
      makeFolder(path.dirname(file))
      rotate()
      appendFileSync(file, `${JSON.stringify({ time: now().toISOString(), ...line }, unquoted)}\n`)
    } catch {
      // Nowhere to say it.
    }
  }
  return {
    file,
    log: write,
    report(error) {
      const reference = randomUUID().slice(0, 8)
      write({
        level: 'error',
        event: 'bug',
        reference,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      })
      return reference
    },
  }
}

const unquoted = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? withoutQuotes(value) : value
