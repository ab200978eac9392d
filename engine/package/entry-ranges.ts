import type { Entry } from 'yauzl'
import { ArchiveTrouble } from './archive-trouble.ts'

/** Where an entry lies in its archive. */
export interface Placed {
  readonly raw: Pick<Entry, 'relativeOffsetOfLocalHeader' | 'generalPurposeBitFlag'>
  readonly dataOffset: number
  readonly compressedBytes: number
}

const hasDescriptor = 8
/** A data descriptor with and without its signature, and with sizes of 64 bits; some programs say so and write none. */
const descriptorBytes = [0, 12, 16, 20, 24]

/**
 * Bytes before and between the entries, and before the directory, that belong to none. Each byte belongs to one
 * entry at most: a small archive could otherwise make us read the same bytes thousands of times.
 *
 * @throws ArchiveTrouble `overlapping`, `damaged`
 */
export function strayBytes(entries: readonly Placed[], directoryOffset: number): number {
  const sorted = entries.toSorted(
    (a, b) => a.raw.relativeOffsetOfLocalHeader - b.raw.relativeOffsetOfLocalHeader,
  )
  let end = 0
  let described = false
  let stray = 0
  const next = (start: number) => {
    const gap = start - end
    if (gap < 0) throw new ArchiveTrouble('overlapping', `entries overlap at ${start}`)
    if (!described || !descriptorBytes.includes(gap)) stray += gap
  }
  for (const { raw, dataOffset, compressedBytes } of sorted) {
    next(raw.relativeOffsetOfLocalHeader)
    end = dataOffset + compressedBytes
    if (end > directoryOffset) throw new ArchiveTrouble('damaged', `entry runs into the directory: ${end}`)
    described = (raw.generalPurposeBitFlag & hasDescriptor) !== 0
  }
  next(directoryOffset)
  return stray
}
