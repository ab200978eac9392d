import { mkdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Claim } from '../sources/claims.ts'
import { realPlace } from '../sources/places.ts'
import { flushFolder } from '../store/flush-folder.ts'
import { makeFolders, missingFolders } from '../store/make-folders.ts'
import { writeFault } from '../store/system-fault.ts'
import { systemReason } from '../store/system-reason.ts'
import { removeLeftovers, workplaceName } from '../store/unfinished/leftovers.ts'
import { type PackingJournal, type PackingNote, unnoted } from '../store/unfinished/packing-journal.ts'
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

/** Times that a folder may be taken away by another run's sweep in the moment in which it is made. */
const mostVanishings = 5

/**
 * Makes `out` where it is missing, opens a workplace in it, and sweeps what others left. Whether it fits there was judged
 * before (`preflight`).
 *
 * @throws Fault `out-unwritable`, `disk-full`
 */
export async function openWorkplace(out: Claim, { id, journal }: WorkplaceOptions): Promise<Workplace> {
  const home = await realPlace(path.resolve(out.path))
  const names = [workplaceName(id), workplaceName(`${id}-aside`)] as const
  const [folder, aside] = [path.join(home, names[0]), path.join(home, names[1])]
  const { note, missing } = await madeNoted(out, { home, names, folder, journal })
  // Not before our own lies there: from now on no other sweep can take `home` away.
  await removeLeftovers(home)
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
    discard: () => note.settle(),
  }
}

interface ToMake extends Pick<WorkplaceOptions, 'journal'> {
  readonly home: string
  readonly names: readonly string[]
  readonly folder: string
}

/** Notes the workplace and makes it; noted anew where folders above it vanished meanwhile, for then others are to be made. */
async function madeNoted(
  out: Claim,
  { home, names, folder, journal }: ToMake,
): Promise<{ readonly note: PackingNote; readonly missing: readonly string[] }> {
  for (let vanished = 0; ; vanished += 1) {
    const missing = await missingFolders(home).catch((error: unknown) => {
      throw writeFault(error, out.given)
    })
    const [firstMade] = missing
    const note = await (journal?.note ?? unnoted)({
      home,
      names,
      ...(firstMade !== undefined && { firstMade }),
    })
    try {
      await makeFolders(home, missing)
      await mkdir(folder)
      return { note, missing }
    } catch (error) {
      await note.settle(false)
      if (systemReason(error) !== 'ENOENT' || vanished === mostVanishings) throw writeFault(error, out.given)
    }
  }
}
