import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { Fault } from '../../shared/faults.ts'
import { folderNames, joinPath, pathSystem } from '../../shared/paths/paths.ts'
import { isIgnoredName } from './ignored-name.ts'
import { absolutePlace } from './places.ts'
import { troubleReason } from './read-trouble.ts'
import { uniqueRelatives } from './unique-relatives.ts'
import { type Found, realPlace, type SourceTrouble, Walk, type WalkOptions } from './walk-folder.ts'

export type { SourceTrouble, WalkOptions } from './walk-folder.ts'

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

export interface Sources {
  readonly files: readonly SourceFile[]
  /** Litter, hidden files and things that are not files; the first twenty by name. */
  readonly ignored: { readonly count: number; readonly names: readonly string[] }
  /** Folders and entries that could not be looked into. */
  readonly troubles: readonly SourceTrouble[]
}

const system = pathSystem(process.platform)

const walkRoot = async (walk: Walk, given: string): Promise<{ folder: string; found: readonly Found[] }> => {
  const path = absolutePlace(given)
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
      folders: folderNames(folder, system),
      relatives: found.map(({ below, path }) => (below.length === 0 ? basename(path) : below.join('/'))),
    })),
  )
  const files = listings.flatMap(({ given, found }, r) =>
    found.map(({ path, below, bytes, modifiedMs }, f) => ({
      path,
      given: joinPath(given, below, system),
      root: absolutePlace(given),
      relative: relatives[r]?.[f] ?? basename(path),
      bytes,
      modifiedMs,
    })),
  )
  return { files, ignored: walk.ignored, troubles: walk.troubles }
}
