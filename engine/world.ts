/** One line of the engine's log. Nothing personal beyond file names. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  readonly data?: unknown
}

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
  readonly log: (entry: LogEntry) => void
  readonly now: () => Date
  readonly newId: () => string
}
