import type { FileHandle } from 'node:fs/promises'
import type { Entry } from 'yauzl'
import { readFully } from '../store/read-fully.ts'
import { centralHeader, endOfArchive, localHeader, type PlacedEntry, timeExtraId } from './zip-format.ts'

/** Whether an archive is as our writer makes it, by another program, or ours with bytes that are not. */
export type Layout = 'ours' | 'foreign' | 'altered'

/** An entry of the directory, and whether its local header is, byte for byte, what our writer makes of it. */
export interface Familiar {
  readonly raw: Entry
  readonly ownHeader: boolean
}

/**
 * Whether an archive is, header for header, what our writer makes of its entries: `ours`; made by another program:
 * `foreign`; or `altered`, when some of its bytes are ours and others are not. With the checksums of the
 * contents this leaves no byte of an archive of ours unwatched.
 *
 * 7-Zip's and Python's local headers are the same as ours, but for the time field that they do not write: only
 * a directory of ours, or many headers with that field, tells that the archive was once ours.
 */
export async function layoutOf(
  entries: readonly Familiar[],
  file: FileHandle,
  size: number,
): Promise<Layout> {
  const placed = entries.map(({ raw }) => placedEntry(raw))
  const last = placed.at(-1)
  const offset = last ? last.offset + localHeader(last).length + last.size : 0
  const directory = Buffer.concat(placed.map(centralHeader))
  const tail = Buffer.concat([
    directory,
    endOfArchive({ entries: entries.length, bytes: directory.length, offset }),
  ])
  const whole = offset + tail.length === size && (await standsAt(file, tail, offset))
  const own = entries.filter(({ ownHeader }) => ownHeader)
  if (whole) return own.length === entries.length ? 'ours' : 'altered'
  const telling = own.filter(({ raw }) => secondsOf(raw) !== undefined).length
  return telling > 0 && telling * 2 >= entries.length ? 'altered' : 'foreign'
}

/** The local header that our writer would make of an entry. */
export const ownHeaderOf = (raw: Entry): Buffer => localHeader(placedEntry(raw))

async function standsAt(file: FileHandle, expected: Buffer, offset: number): Promise<boolean> {
  return expected.equals(await readFully(file, Buffer.alloc(expected.length), offset))
}

const placedEntry = (raw: Entry): PlacedEntry => ({
  name: raw.fileNameRaw.toString('utf8'),
  size: raw.uncompressedSize,
  crc: raw.crc32,
  offset: raw.relativeOffsetOfLocalHeader,
  time: { dosTime: raw.lastModFileTime, dosDate: raw.lastModFileDate, seconds: secondsOf(raw) },
})

function secondsOf(raw: Entry): number | undefined {
  const extra = raw.extraFields.find(({ id }) => id === timeExtraId)?.data
  return extra && extra.length >= 5 ? extra.readInt32LE(1) : undefined
}
