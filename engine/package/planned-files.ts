import type { FaultData } from '../../shared/faults.ts'
import type { PackagePlan, PlannedPart } from '../../shared/packing/plan.ts'
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

/** Room for the file system's own needs, papers and mail texts. */
const margin = 32 * 1024 * 1024
/** What an attachment takes in a mail, in hundredths: base64 in lines of 76 and CRLF. */
const inMail = 137

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
    return [archive, { name, bytes: Math.ceil((archive.bytes * inMail) / 100), attached: false }]
  })

/** The file that asks most of a file system. */
export const largestFile = (planned: PlannedPackage): PlannedFile | undefined =>
  plannedFiles(planned).toSorted((a, b) => b.bytes - a.bytes)[0]

/** Bytes that will be written. */
export function spaceNeeded(planned: PlannedPackage): number {
  const carried = planned.plan.parts.filter(({ way }) => way === 'disk').length
  const files = plannedFiles(planned).reduce((sum, { bytes }) => sum + bytes, 0)
  return Math.ceil(files + carried * planned.documents + margin)
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
  const needed = spaceNeeded(planned)
  if (free !== undefined && free < needed) faults.push({ code: 'disk-full', path: out.given, needed, free })
  return faults
}
