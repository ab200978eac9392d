import { mkdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Claim } from '../sources/claims.ts'
import { realPlace } from '../sources/places.ts'
import { flushFolder } from '../store/flush-folder.ts'
import { makeFolders, missingFolders } from '../store/make-folders.ts'
import { writeFault } from '../store/system-fault.ts'
import { removeLeftovers, workplaceName } from './leftovers.ts'
import { type PackingJournal, unnoted } from './packing-journal.ts'
import { publishFolder } from './publish-folder.ts'
import { targetFault } from './target-fault.ts'

/** A hidden folder on the target's volume that holds a package until it is proven. */
export interface Workplace {
  readonly folder: string
  /** The name of a hidden folder next to it, for what is never published; whoever makes it removes it. */
  readonly aside: string
  /** Moves it to its final name, or that name with a number where it is taken. @returns the final path */
  publish(name: string): Promise<string>
  /** Takes away what was written in it so far. */
  clear(): Promise<void>
  /** What went wrong there, as a fault where it is the target's doing. To be asked before it is discarded. */
  faultOf(error: unknown): Promise<unknown>
  /** Removes it; nothing is left. Never fails: what cannot be removed now is tried again at the next start. */
  discard(): Promise<void>
}

export interface WorkplaceOptions {
  readonly id: string
  /** Where it is written down while it is there; without it what a killed run leaves waits for the next package. */
  readonly journal?: PackingJournal | undefined
}

/**
 * Makes `out` where it is missing, sweeps it, and opens a workplace in it. Whether it fits there was judged before (`preflight`).
 *
 * @throws Fault `out-unwritable`, `disk-full`
 */
export async function openWorkplace(out: Claim, { id, journal }: WorkplaceOptions): Promise<Workplace> {
  const home = await realPlace(path.resolve(out.path))
  const names = [workplaceName(id), workplaceName(`${id}-aside`)] as const
  const [folder, aside] = [path.join(home, names[0]), path.join(home, names[1])]
  const missing = await unwritable(out, () => missingFolders(home))
  const [firstMade] = missing
  const note = await (journal?.note ?? unnoted)({
    home,
    names,
    ...(firstMade !== undefined && { firstMade }),
  })
  try {
    await unwritable(out, () => makeFolders(home))
    await removeLeftovers(home)
    await unwritable(out, () => mkdir(folder))
  } catch (error) {
    await note.settle()
    throw error
  }
  const device = (await stat(home).catch(() => undefined))?.dev
  return {
    folder,
    aside,
    async publish(name) {
      const published = await publishFolder(folder, home, name)
      for (const made of missing) await flushFolder(path.dirname(made))
      await note.settle()
      return published
    },
    async clear() {
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
      await mkdir(folder)
    },
    faultOf: (error) => targetFault(error, { out, home, folder, device }),
    discard: note.settle,
  }
}

async function unwritable<T>(out: Claim, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    throw writeFault(error, out.given)
  }
}
