import type { Dirent, Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Unreadable } from '../../shared/facts.ts'
import { Fault } from '../../shared/faults.ts'
import { isIgnoredName, isOldLink } from './ignored-name.ts'
import { naturalOrder } from './natural-order.ts'
import { troubleDetail, troubleReason } from './read-trouble.ts'

export interface SourceTrouble {
  readonly path: string
  readonly reason: Unreadable
}

export interface WalkOptions {
  readonly signal?: AbortSignal
  /** Called with the number of files found so far. */
  readonly onFound?: (count: number) => void
}

const IGNORED_NAMES_SHOWN = 20

/** Where a path really lies, links resolved. Windows refuses that for some drives whose files it reads without ado. */
export const realPlace = (path: string): Promise<string> => realpath(path).catch(() => path)

/** A file below a root. */
export interface Found {
  readonly path: string
  /** The names from the root down to it; none for a root that is a file. */
  readonly below: readonly string[]
  readonly bytes: number
  readonly modifiedMs: number
}

/** What one walk over all roots gathers; a place seen under one root is not walked again under another. */
export class Walk {
  readonly ignored = { count: 0, names: [] as string[] }
  readonly troubles: SourceTrouble[] = []
  private count = 0
  private readonly seen = new Set<string>()
  private readonly options: WalkOptions

  constructor(options: WalkOptions) {
    this.options = options
  }

  throwIfCancelled(): void {
    if (this.options.signal?.aborted) throw new Fault({ code: 'cancelled' })
  }

  ignore(name: string): void {
    this.ignored.count++
    if (this.ignored.names.length < IGNORED_NAMES_SHOWN) this.ignored.names.push(name)
  }

  /** True the first time a real place is met. Also what ends a loop of symbolic links. */
  enter(real: string): boolean {
    if (this.seen.has(real)) return false
    this.seen.add(real)
    return true
  }

  file(path: string, below: readonly string[], stats: Stats): Found {
    this.options.onFound?.(++this.count)
    return { path, below, bytes: stats.size, modifiedMs: stats.mtimeMs }
  }

  async folder(path: string, real: string, below: readonly string[], into: Found[]): Promise<void> {
    this.throwIfCancelled()
    if (!this.enter(real)) return
    let entries: Dirent[]
    try {
      entries = await readdir(path, { withFileTypes: true })
    } catch (error) {
      this.troubles.push({ path, reason: troubleReason(error) })
      return
    }
    for (const entry of entries.toSorted((a, b) => naturalOrder(a.name, b.name))) {
      this.throwIfCancelled()
      await this.entry(entry, path, real, below, into)
    }
  }

  private async entry(
    entry: Dirent,
    folder: string,
    realFolder: string,
    below: readonly string[],
    into: Found[],
  ): Promise<void> {
    if (isIgnoredName(entry.name)) return this.ignore(entry.name)
    if (entry.isSymbolicLink() && isOldLink(entry.name)) return this.ignore(entry.name)
    const path = join(folder, entry.name)
    const deeper = [...below, entry.name]
    try {
      const stats = await stat(path)
      const real = entry.isSymbolicLink() ? await realPlace(path) : join(realFolder, entry.name)
      if (stats.isDirectory()) return await this.folder(path, real, deeper, into)
      if (!stats.isFile()) return this.ignore(entry.name)
      if (this.enter(real)) into.push(this.file(path, deeper, stats))
    } catch (error) {
      if (error instanceof Fault) throw error
      // Node shows bytes that are no UTF-8 as U+FFFD, and such a path then leads nowhere: the file is there still.
      const unspeakable = entry.name.includes('\uFFFD') && troubleDetail(error) === 'ENOENT'
      this.troubles.push({ path, reason: unspeakable ? 'system' : troubleReason(error) })
    }
  }
}
