import path from 'node:path'
import type { Stretch } from './follow-file.ts'
import { centralHeader, endOfArchive, localHeader, type PlacedEntry, zipTime } from './zip-format.ts'

/** What goes into a part: a file on disk, of the size it is planned with, or bytes in hand. */
export type PartSource = { readonly name: string; readonly modified: Date } & (
  | { readonly content: Buffer }
  /** The CRC-32 is what the file had when it was checked; whoever proves the part finds out whether it still has. */
  | { readonly path: string; readonly size: number; readonly crc32: number }
)

/** What a part becomes: an archive, or a folder with the files as they are. */
export interface PartTarget {
  readonly kind: 'zip' | 'folder'
  readonly path: string
}

export const sizeOf = (source: PartSource): number =>
  'content' in source ? source.content.length : source.size

/** Tells of one file after the other where its content will lie. */
export function layoutOf({ kind, path: target }: PartTarget): (source: PartSource) => Stretch {
  let position = 0
  let number = 0
  return (source) => {
    const bytes = sizeOf(source)
    if (kind === 'zip') position += localHeader(entryOf(source)).length
    const at = position
    position += bytes
    return kind === 'zip'
      ? { file: target, from: at, bytes, at, entry: true }
      : { file: path.join(target, source.name), from: 0, bytes, at, alone: number++ }
  }
}

/** Size of the archive that holds these files, to the byte. */
export function zipBytes(sources: readonly PartSource[]): number {
  let offset = 0
  let directory = 0
  for (const source of sources) {
    const entry = { ...entryOf(source), offset }
    offset += localHeader(entry).length + entry.size
    directory += centralHeader(entry).length
  }
  return offset + directory + endOfArchive({ entries: sources.length, bytes: directory, offset }).length
}

/** Headers are as long whatever CRC stands in them. */
const entryOf = (source: PartSource): Omit<PlacedEntry, 'offset'> => ({
  name: source.name,
  size: sizeOf(source),
  crc: 0,
  time: zipTime(source.modified),
})
