import type { FileHandle } from 'node:fs/promises'
import type { Entry } from 'yauzl'
import { centralHeader, endOfArchive, localHeader, type PlacedEntry, timeExtraId } from './zip-format.ts'

/**
 * Whether an archive is, header for header, what our writer makes of its entries: `ours`; made by another program:
 * `foreign`; or `altered`, when some of its bytes are ours and others are not. With the checksums of the
 * contents this leaves no byte of an archive of ours unwatched.
 */
export async function layoutOf(
  raw: readonly Entry[],
  file: FileHandle,
): Promise<'ours' | 'foreign' | 'altered'> {
  const entries = raw.map(placed)
  const locals = await Promise.all(entries.map((entry) => standsAt(file, localHeader(entry), entry.offset)))
  const last = entries.at(-1)
  const offset = last ? last.offset + localHeader(last).length + last.size : 0
  const directory = Buffer.concat(entries.map(centralHeader))
  const tail = Buffer.concat([
    directory,
    endOfArchive({ entries: entries.length, bytes: directory.length, offset }),
  ])
  const { size } = await file.stat()
  const whole = offset + tail.length === size && (await standsAt(file, tail, offset))
  const familiar = locals.filter(Boolean).length + (whole ? 1 : 0)
  if (familiar === 0) return 'foreign'
  return familiar === locals.length + 1 ? 'ours' : 'altered'
}

async function standsAt(file: FileHandle, expected: Buffer, offset: number): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(expected.length), 0, expected.length, offset)
  return bytesRead === expected.length && buffer.equals(expected)
}

const placed = (raw: Entry): PlacedEntry => ({
  name: raw.fileName,
  size: raw.uncompressedSize,
  crc: raw.crc32,
  offset: raw.relativeOffsetOfLocalHeader,
  time: { dosTime: raw.lastModFileTime, dosDate: raw.lastModFileDate, seconds: secondsOf(raw) },
})

function secondsOf(raw: Entry): number | undefined {
  const extra = raw.extraFields.find(({ id }) => id === timeExtraId)?.data
  return extra && extra.length >= 5 ? extra.readInt32LE(1) : undefined
}
