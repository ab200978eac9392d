import type { FaultData } from '../../shared/faults.ts'
import type { PackagePlan, PlannedPart } from '../../shared/packing/plan.ts'
import { encodedLength } from '../mail/encoded-length.ts'
import { draftName } from '../mail/write-draft.ts'
import type { Claim } from '../sources/claims.ts'
import type { Volume } from '../sources/volume.ts'

/** What a package will consist of, as far as that is known before it is written. */
export interface PlannedPackage {
  readonly plan: Pick<PackagePlan, 'parts'>
  /** Bytes that each part's documents take, estimated. */
  readonly documents: number
  /** Whether drafts of the mails are written as well, which hold their attachments once more. */
  readonly drafts: boolean
}

/** A file that will lie in the package's folder. */
export interface PlannedFile {
  /** Below the package's folder, with `/`. */
  readonly name: string
  readonly bytes: number
  /** Whether it is attached to a mail or uploaded from there. */
  readonly attached: boolean
}

const MiB = 1024 * 1024
/** Room for the file system's own needs, papers and mail texts: of little it takes little, of much no more than so much. */
const margin = (bytes: number): number => Math.min(32 * MiB, 2 * MiB + bytes / 20)
/** A draft's head, text and frame, rather too many. */
const draftFrame = 64 * 1024

const bytesOf = ({ items }: PlannedPart): number => items.reduce((sum, { bytes }) => sum + bytes, 0)

/** Archives, the files of parts that are carried as a folder, and drafts of the mails that carry an archive. */
export const plannedFiles = ({ plan: { parts }, documents, drafts }: PlannedPackage): PlannedFile[] =>
  parts.flatMap((part, index): PlannedFile[] => {
    if (part.way === 'disk')
      return part.items.map(({ path, bytes }) => ({
        name: `${part.fileName}/${path}`,
        bytes,
        attached: false,
      }))
    const archive = { name: part.fileName, bytes: bytesOf(part) + documents, attached: true }
    // What goes another way than in the mail itself is in no draft.
    if (!drafts || part.way !== 'attachment') return [archive]
    const name = draftName(index, parts.length)
    return [archive, { name, bytes: encodedLength(archive.bytes) + draftFrame, attached: false }]
  })

/** The file that asks most of a file system. */
export const largestFile = (planned: PlannedPackage): PlannedFile | undefined =>
  plannedFiles(planned).toSorted((a, b) => b.bytes - a.bytes)[0]

/** Bytes that will be written. */
export function spaceNeeded(planned: PlannedPackage): number {
  const carried = planned.plan.parts.filter(({ way }) => way === 'disk').length
  const files = plannedFiles(planned).reduce((sum, { bytes }) => sum + bytes, 0)
  const bytes = files + carried * planned.documents
  return Math.ceil(bytes + margin(bytes))
}

/** What a volume has no room for: a file larger than its file system holds, or all of it together. */
export function roomFaults(
  planned: PlannedPackage,
  out: Claim,
  { free, largestFile: limit }: Pick<Volume, 'free' | 'largestFile'>,
): FaultData[] {
  const faults: FaultData[] = []
  const largest = largestFile(planned)
  if (limit !== undefined && largest && largest.bytes > limit)
    faults.push({ code: 'file-too-large-for-disk', path: largest.name, bytes: largest.bytes, limit })
  if (free !== undefined && free < spaceNeeded(planned)) faults.push(diskFull(planned, out, free))
  return faults
}

/** The fault of a place that has no room. Figures only where they tell: entries for files, or a quota, may be what is used up. */
export function diskFull(planned: PlannedPackage, out: Claim, free: number | undefined): FaultData {
  const needed = spaceNeeded(planned)
  const told = free !== undefined && free < needed
  return { code: 'disk-full', path: out.given, ...(told && { needed, free }) }
}
