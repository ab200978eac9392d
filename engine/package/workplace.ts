import { mkdir, realpath, rm, rmdir, statfs } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '../../shared/faults.ts'
import type { Claim } from '../sources/claims.ts'
import { isInside, realPlace } from '../sources/places.ts'
import { makeFolders } from '../store/make-folders.ts'
import { writeFault } from '../store/system-fault.ts'
import { removeLeftovers, workplaceName } from './leftovers.ts'
import { publishFolder } from './publish-folder.ts'

/** A hidden folder on the target's volume that holds a package until it is proven. */
export interface Workplace {
  readonly folder: string
  /** The name of a hidden folder next to it, for what is never published; whoever makes it removes it. */
  readonly aside: string
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
  // Judged before anything is made: not even an empty folder is left among the photos.
  const place = await realPlace(path.resolve(out.path))
  for (const source of sources)
    if (isInside(place, await realPlace(source.path)))
      throw new Fault({ code: 'out-inside-source', out: out.given, source: source.given })
  const firstMade = await makeFolder(out)
  const home = await realPlace(out.path)
  const discardHome = () => removeEmptyFolders(home, firstMade)
  const folder = path.join(home, workplaceName(id))
  try {
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
    aside: path.join(home, workplaceName(`${id}-aside`)),
    publish: (name) => publishFolder(folder, home, name),
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
    throw writeFault(error, out.given)
  }
}

/** Free bytes for us on the folder's volume; undefined where the system does not say. */
async function freeBytes(folder: string): Promise<number | undefined> {
  const status = await statfs(folder).catch(() => undefined)
  return status && status.bavail * status.bsize
}
