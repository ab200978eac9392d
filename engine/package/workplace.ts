import { mkdir, realpath, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
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
  /** Takes away what was written in it so far. */
  clear(): Promise<void>
  /** Removes it; nothing is left. */
  discard(): Promise<void>
}

export interface WorkplaceOptions {
  readonly id: string
}

/**
 * Makes `out` where it is missing, sweeps it, and opens a workplace in it. Whether it fits there was judged before (`preflight`).
 *
 * @throws Fault `out-unwritable`, `disk-full`
 */
export async function openWorkplace(out: Claim, { id }: WorkplaceOptions): Promise<Workplace> {
  const firstMade = await makeFolder(out)
  const home = await realPlace(out.path)
  const discardHome = () => removeEmptyFolders(home, firstMade)
  const folder = path.join(home, workplaceName(id))
  try {
    await removeLeftovers(home)
    await unwritable(out, () => mkdir(folder))
  } catch (error) {
    await discardHome()
    throw error
  }
  return {
    folder,
    aside: path.join(home, workplaceName(`${id}-aside`)),
    publish: (name) => publishFolder(folder, home, name),
    async clear() {
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
      await mkdir(folder)
    },
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
