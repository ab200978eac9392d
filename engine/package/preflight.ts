import path from 'node:path'
import { statfs } from 'node:fs/promises'
import type { FaultData } from '../../shared/faults.ts'
import type { PackagePlan } from '../../shared/packing/plan.ts'
import type { Preflight } from '../../shared/packing/preflight.ts'
import type { Item } from '../../shared/project/submission.ts'
import type { Claim } from '../sources/claims.ts'
import { isInside, realPlace } from '../sources/places.ts'
import type { SourceFile } from '../sources/walk.ts'

/** A file that will be packed, with the size it was checked with. */
export interface PackageSource {
  readonly file: SourceFile
  readonly bytes: number
}

export const packageSources = (
  items: readonly Pick<Item, 'id' | 'facts'>[],
  source: (id: string) => SourceFile,
): PackageSource[] => items.map(({ id, facts }) => ({ file: source(id), bytes: facts.bytes }))

export interface PreflightOptions {
  readonly plan: PackagePlan
  readonly out: Claim
  readonly sources: readonly PackageSource[]
  /** Whether drafts of the mails are written as well, which hold their attachments once more. */
  readonly drafts: boolean
  readonly signal: AbortSignal
}

/** Room for documents, headers and the file system's own needs. */
const margin = 32 * 1024 * 1024

/** Whether a package can be written, before a byte of it is, and before a folder is made. */
export async function preflight({ plan, out, sources }: PreflightOptions): Promise<Preflight> {
  const faults: FaultData[] = []
  const place = await realPlace(path.resolve(out.path))
  const roots = new Map(sources.map(({ file }) => [file.root, rootOf(file)]))
  for (const source of roots.values())
    if (isInside(place, await realPlace(source.path)))
      faults.push({ code: 'out-inside-source', out: out.given, source: source.given })
  const needed = plan.parts.flatMap(({ items }) => items).reduce((sum, { bytes }) => sum + bytes, margin)
  const free = await freeBytes(place)
  if (free !== undefined && free < needed) faults.push({ code: 'disk-full', path: out.given, needed, free })
  return { faults, notes: [], needed, ...(free !== undefined && { free }) }
}

/** Free bytes for us on the folder's volume; undefined where the system does not say. */
async function freeBytes(folder: string): Promise<number | undefined> {
  const status = await statfs(folder).catch(() => undefined)
  return status && status.bavail * status.bsize
}

/** The dropped folder of a file, also as its giver named it. */
function rootOf({ path: file, root, given }: SourceFile): Claim {
  const below = path.relative(root, file)
  return { path: root, given: below === '' ? given : given.slice(0, -below.length - 1) }
}
