import { lstat, mkdir, open, realpath, rename, rm, rmdir, statfs } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '../../shared/faults.ts'
import type { Claim } from '../sources/claims.ts'
import { makeFolders } from '../store/make-folders.ts'
import { systemReason } from '../store/system-reason.ts'
import { removeLeftovers, workplaceName } from './leftovers.ts'

/** A hidden folder on the target's volume that holds a package until it is proven. */
export interface Workplace {
  readonly folder: string
  /** Moves it to its final name, or that name with a number where it is taken. @returns the final path */
  publish(name: string): Promise<string>
  /** Removes it; nothing is left. */
  discard(): Promise<void>
}

export interface WorkplaceOptions {
  /** Folders that were dropped in: a package written among them would be taken for a source next time. */
  readonly sources: readonly Claim[]
  /** Bytes of content that will be written. */
  readonly needed: number
  readonly id: string
}

/** Room for documents, headers and the file system's own needs. */
const margin = 32 * 1024 * 1024

/**
 * Makes sure that packages can be written to `out`, and opens a workplace in it.
 *
 * @throws Fault `out-inside-source`, `out-unwritable`, `disk-full`
 */
export async function openWorkplace(
  out: Claim,
  { sources, needed, id }: WorkplaceOptions,
): Promise<Workplace> {
  const firstMade = await makeFolder(out)
  const home = await realpath(out.path)
  const discardHome = () => removeEmptyFolders(home, firstMade)
  const folder = path.join(home, workplaceName(id))
  try {
    for (const source of sources)
      if (isInside(home, await realpath(source.path).catch(() => source.path)))
        throw new Fault({ code: 'out-inside-source', out: out.given, source: source.given })
    await removeLeftovers(home)
    const free = await freeBytes(home)
    if (free !== undefined && free < needed + margin)
      throw new Fault({ code: 'disk-full', path: out.given, needed: needed + margin, free })
    await unwritable(out, () => mkdir(folder))
  } catch (error) {
    await discardHome()
    throw error
  }
  return {
    folder,
    publish: (name) => publish(folder, home, name),
    async discard() {
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
      await discardHome()
    },
  }
}

/** Makes the folder where it is missing. @returns the first folder that had to be made, to be taken away on failure */
const makeFolder = (out: Claim): Promise<string | undefined> => unwritable(out, () => makeFolders(out.path))

/**
 * Takes away the folders that were made for this package, as long as they are empty: another program may have put its
 * own things there meanwhile.
 */
async function removeEmptyFolders(home: string, firstMade: string | undefined): Promise<void> {
  if (firstMade === undefined) return
  const last = await realpath(firstMade).catch(() => home)
  for (let folder = home; isInside(folder, last); folder = path.dirname(folder))
    if (
      !(await rmdir(folder).then(
        () => true,
        () => false,
      ))
    )
      return
}

async function unwritable<T>(out: Claim, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    const reason = systemReason(error)
    if (reason === 'ENOSPC') throw new Fault({ code: 'disk-full', path: out.given }, { cause: error })
    throw new Fault({ code: 'out-unwritable', path: out.given, reason }, { cause: error })
  }
}

/** Free bytes for us on the folder's volume; undefined where the system does not say. */
async function freeBytes(folder: string): Promise<number | undefined> {
  const status = await statfs(folder).catch(() => undefined)
  return status && status.bavail * status.bsize
}

function isInside(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner)
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative))
}

/** Moves the finished folder to the name, or the name with the first free number. An existing package is never touched. */
async function publish(folder: string, home: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const target = path.join(home, number === 1 ? name : `${name}-${number}`)
    if (await isTaken(target)) continue
    try {
      await renamePatiently(folder, target)
    } catch (error) {
      // Another program took the name a moment ago; a folder with something in it is never replaced.
      if (
        ['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM'].includes(systemReason(error)) &&
        (await isTaken(target))
      )
        continue
      throw error
    }
    await flushFolder(home)
    return target
  }
}

const isTaken = (target: string): Promise<boolean> =>
  lstat(target).then(
    () => true,
    () => false,
  )

/** Virus scanners lock what was just written for moments. */
async function renamePatiently(folder: string, target: string): Promise<void> {
  for (const pause of [50, 100, 200, 400, 800, 0]) {
    try {
      await rename(folder, target)
      return
    } catch (error) {
      if (pause === 0 || !['EPERM', 'EBUSY', 'EACCES'].includes(systemReason(error))) throw error
      if (await isTaken(target)) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

/** Makes a rename last through a power cut, where the system can flush a folder. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
