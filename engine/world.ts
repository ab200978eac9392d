/** One line of the engine's log. Nothing personal beyond file names. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  readonly data?: unknown
}

/**
 * Prints a page of ours, which lies on the disk and needs nothing else, as a PDF on A4: backgrounds as they are, no
 * margins of its own, for the sheets have theirs. Rejects where that fails, also by taking too long.
 */
export type PrintPdf = (page: string, pdf: string, signal: AbortSignal) => Promise<void>

/** All that hosts differ in. */
export interface World {
  /** The program's version, as manifests state it. */
  readonly version: string
  /** Where caches live; made when missing. The engine works without it, only slower. */
  readonly dataDir: string
  /** Where `notices/` and `templates/` lie. */
  readonly resourcesDir: string
  /** Path of the ffprobe program; undefined when this installation has none. */
  readonly ffprobe: string | undefined
  /** Absent where no program of the host can print. */
  readonly printPdf?: PrintPdf | undefined
  readonly log: (entry: LogEntry) => void
  readonly now: () => Date
  readonly newId: () => string
}
