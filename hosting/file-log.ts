import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import type { LogEntry } from '../engine/world.ts'
import { withoutQuotes } from './quoted-text.ts'

const largest = 2 * 1024 * 1024

export interface FileLog {
  readonly log: (entry: LogEntry) => void
  /** Logs a bug whole and gives the reference under which it stands. */
  readonly report: (error: unknown) => string
  readonly file: string
}

/**
 * A log of JSON lines under the data folder, one older file kept. What an error quotes of a text stays out: it may be a
 * clerk's writing. A folder that cannot be written costs the log, not the work.
 */
export function createFileLog(dataDir: string, now: () => Date): FileLog {
  const file = path.join(dataDir, 'logs', 'kepuri.log')
  const write = (line: object) => {
    try {
      makeFolder(path.dirname(dataDir))
      makeFolder(dataDir)
      makeFolder(path.dirname(file))
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.1`)
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

/** Level by level: Node's `recursive` never returns where nothing can be made (`/proc/x`). */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder)
  } catch {
    // There already, or not to be made; the write that follows tells.
  }
}
