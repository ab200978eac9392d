import type { Dirent, Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, parse, resolve, sep } from 'node:path'
import type { Unreadable } from '../../shared/facts.ts'
import { Fault } from '../../shared/faults.ts'
import { isIgnoredName } from './ignored-name.ts'
import { naturalOrder } from './natural-order.ts'
import { troubleDetail, troubleReason } from './read-trouble.ts'
import { uniqueRelatives } from './unique-relatives.ts'

/** A file found below the roots. */
export interface SourceFile {
  /** Absolute. */
  readonly path: string
  /** As the caller would write it: the root in the caller's own words and separators, then the path below it. */
  readonly given: string
  /** The root it was found under, absolute. */
  readonly root: string
  /** Below the root's folder, with `/`; unique within one walk. Of a root that is a file: its name. */
  readonly relative: string
  readonly bytes: number
  readonly modifiedMs: number
}

export interface SourceTrouble {
  readonly path: string
  readonly reason: Unreadable
}

export interface Sources {
  readonly files: readonly SourceFile[]
  /** Litter, hidden files and things that are not files; the first twenty by name. */
  readonly ignored: { readonly count: number; readonly names: readonly string[] }
  /** Folders and entries that could not be looked into. */
  readonly troubles: readonly SourceTrouble[]
}

export interface WalkOptions {
  readonly signal?: AbortSignal
  /** Called with the number of files found so far. */
  readonly onFound?: (count: number) => void
}

const IGNORED_NAMES_SHOWN = 20

// Windows refuses to resolve some mapped and RAM drives whose files it reads without ado.
const realPlace = (path: string): Promise<string> => realpath(path).catch(() => path)

type Found = Omit<SourceFile, 'relative' | 'given' | 'root'> & { readonly below: readonly string[] }

/** What one walk gathers; a place seen under one root is not walked again under another. */
class Walk {
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
    for (const entry of entries.sort((a, b) => naturalOrder(a.name, b.name))) {
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

const separatorOf = (given: string): string =>
  given.includes('/') ? '/' : sep === '\\' && given.includes('\\') ? '\\' : sep

const asGiven = (root: string, below: readonly string[]): string => {
  const separator = separatorOf(root)
  const head = root.endsWith('/') || root.endsWith(sep) ? root : root + separator
  return below.length === 0 ? root : head + below.join(separator)
}

const foldersOf = (path: string): readonly string[] =>
  path
    .slice(parse(path).root.length)
    .split(sep)
    .filter((name) => name !== '')

const walkRoot = async (walk: Walk, given: string): Promise<{ folder: string; found: readonly Found[] }> => {
  const path = resolve(given)
  let stats: Stats
  try {
    stats = await stat(path)
  } catch (error) {
    const reason = troubleReason(error)
    if (reason === 'vanished') throw new Fault({ code: 'not-found', path: given }, { cause: error })
    walk.troubles.push({ path, reason })
    return { folder: path, found: [] }
  }
  const found: Found[] = []
  if (stats.isDirectory()) {
    await walk.folder(path, await realPlace(path), [], found)
    return { folder: path, found }
  }
  // Dragging a selection of files brings the folder's litter with it.
  if (!stats.isFile() || isIgnoredName(basename(path))) walk.ignore(basename(path))
  else if (walk.enter(await realPlace(path))) found.push(walk.file(path, [], stats))
  return { folder: dirname(path), found }
}

/**
 * Lists the files below the roots (folders or single files) in natural order, root after root. Follows symbolic
 * links, lists nothing twice, opens nothing. What cannot be looked into is a trouble of the result.
 * Throws Fault `not-found` for a root that does not exist, Fault `cancelled`.
 */
export const walkSources = async (roots: readonly string[], options: WalkOptions = {}): Promise<Sources> => {
  const walk = new Walk(options)
  const listings: { given: string; folder: string; found: readonly Found[] }[] = []
  for (const given of roots) {
    walk.throwIfCancelled()
    listings.push({ given, ...(await walkRoot(walk, given)) })
  }
  const relatives = uniqueRelatives(
    listings.map(({ folder, found }) => ({
      folders: foldersOf(folder),
      relatives: found.map(({ below, path }) => (below.length === 0 ? basename(path) : below.join('/'))),
    })),
  )
  const files = listings.flatMap(({ given, found }, r) =>
    found.map(({ path, below, bytes, modifiedMs }, f) => ({
      path,
      given: asGiven(given, below),
      root: resolve(given),
      relative: relatives[r]?.[f] ?? basename(path),
      bytes,
      modifiedMs,
    })),
  )
  return { files, ignored: walk.ignored, troubles: walk.troubles }
}
