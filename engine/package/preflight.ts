import path from 'node:path'
import pLimit from 'p-limit'
import { Fault, type FaultData } from '../../shared/faults.ts'
import { longWhenUnpacked, longWhereWritten } from '../../shared/packing/path-length.ts'
import type { PackagePlan } from '../../shared/packing/plan.ts'
import { unsafePlanned } from '../../shared/packing/planned-names.ts'
import type { Preflight, PreflightNote } from '../../shared/packing/preflight.ts'
import type { Item } from '../../shared/project/submission.ts'
import type { Claim } from '../sources/claims.ts'
import { isInside, realPlace } from '../sources/places.ts'
import { questionsAtOnce } from '../sources/questions-at-once.ts'
import { fatLargestFile, type Volume, volumeOf } from '../sources/volume.ts'
import type { SourceFile } from '../sources/walk.ts'
import { checkSources, type PackageSource } from './check-sources.ts'
import {
  diskFull,
  largestFile,
  type PlannedPackage,
  plannedFiles,
  roomFaults,
  spaceNeeded,
} from './planned-files.ts'
import type { PackingJournal } from '../store/unfinished/packing-journal.ts'
import { rootOf } from './root-of.ts'
import { findTarget, tryTarget } from './target-place.ts'

export type { PackageSource } from './check-sources.ts'

export const packageSources = (
  items: readonly Pick<Item, 'id' | 'facts'>[],
  source: (id: string) => SourceFile,
): PackageSource[] => items.map(({ id, facts }) => ({ file: source(id), bytes: facts.bytes }))

export interface PreflightOptions extends PlannedPackage {
  readonly plan: PackagePlan
  readonly out: Claim
  readonly sources: readonly PackageSource[]
  /** Where a folder that is made to try the target is noted; without it a run that dies just then may leave it. */
  readonly journal?: PackingJournal | undefined
  readonly signal: AbortSignal
}

/**
 * Whether a package can be written, before a byte of it is. The place is tried by a hidden folder, noted in the journal for
 * that moment and taken away again. Faults are in the order in which a clerk deals with them: the files that a plan rests on,
 * then the place, then the room in it.
 *
 * @throws Fault `cancelled`; Error about a planned name that not every Windows could write
 */
export async function preflight(options: PreflightOptions): Promise<Preflight> {
  const { plan, signal } = options
  const unsafe = unsafePlanned(plan)
  if (unsafe !== undefined) throw new Error(`planned a name that cannot be written: ${unsafe}`)
  try {
    const { fault, notes } = await checkSources(options.sources, signal)
    const target = await checkTarget(options)
    signal.throwIfAborted()
    const unpacked = longWhenUnpacked(plan)
    return {
      faults: [...(fault ? [fault] : []), ...target.faults],
      notes: [...target.notes, ...notes, ...(unpacked ? [unpacked] : [])],
      needed: spaceNeeded(options),
      ...(target.free !== undefined && { free: target.free }),
    }
  } catch (error) {
    throw signal.aborted ? new Fault({ code: 'cancelled' }, { cause: error }) : error
  }
}

const fullReasons: readonly string[] = ['ENOSPC', 'EDQUOT']

interface TargetChecked {
  readonly faults: readonly FaultData[]
  readonly notes: readonly PreflightNote[]
  readonly free?: number | undefined
}

async function checkTarget(options: PreflightOptions): Promise<TargetChecked> {
  const { out, sources, journal, signal } = options
  const place = await realPlace(path.resolve(out.path))
  // Not even tried, for the trial would be made in the clerk's own folder.
  const inside = await sourceAround(place, sources, signal)
  if (inside)
    return { faults: [{ code: 'out-inside-source', out: out.given, source: inside.given }], notes: [] }
  const unwritable = (reason: string): TargetChecked => ({
    faults: [{ code: 'out-unwritable', path: out.given, reason }],
    notes: [],
  })
  const { nearest, trouble } = await findTarget(place)
  if (trouble !== undefined) return unwritable(trouble)
  const volume = await volumeOf(nearest)
  const { bytes = 0 } = largestFile(options) ?? {}
  const asked = !volume.named && bytes > fatLargestFile ? bytes : undefined
  const tried = await tryTarget(nearest, { journal, largest: asked })
  const { free } = volume
  if (tried && 'trouble' in tried) {
    // Not even a name finds room: also where a disk has space left, but no entry for another file.
    const full = fullReasons.includes(tried.trouble)
    return full
      ? { faults: [diskFull(options, out, free)], notes: [], free }
      : { ...unwritable(tried.trouble), free }
  }
  const holds = tried ? fatLargestFile : volume.largestFile
  return {
    faults: roomFaults(options, out, { free, largestFile: holds }),
    notes: targetNotes(options, volume),
    free,
  }
}

/** The dropped folder that the place is, or lies in. */
async function sourceAround(
  place: string,
  sources: readonly PackageSource[],
  signal: AbortSignal,
): Promise<Claim | undefined> {
  const roots = new Map(sources.map(({ file }) => [file.root, rootOf(file)]))
  const limit = pLimit(questionsAtOnce)
  const around = await Promise.all(
    [...roots.values()].map((root) =>
      limit(async () => {
        signal.throwIfAborted()
        return isInside(place, await realPlace(root.path)) ? root : undefined
      }),
    ),
  )
  return around.find((root) => root !== undefined)
}

function targetNotes(options: PreflightOptions, { kind }: Volume): PreflightNote[] {
  const { out, plan } = options
  const notes: PreflightNote[] = []
  if (kind === 'network') notes.push({ code: 'target-on-network', path: out.given })
  if (kind === 'removable') notes.push({ code: 'target-removable', path: out.given })
  // Only there programs fail at a length; the package may be numbered, which takes two more.
  const attached = process.platform === 'win32' ? plannedFiles(options).filter((file) => file.attached) : []
  const long = longWhereWritten(attached.map(({ name }) => path.join(out.path, `${plan.folderName}-2`, name)))
  return long ? [...notes, long] : notes
}
