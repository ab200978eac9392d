import type { FileHandle } from 'node:fs/promises'
import type yauzl from 'yauzl'
import { readFully } from '../store/read-fully.ts'
import { ArchiveTrouble } from './archive-trouble.ts'
import { entryName } from './entry-name.ts'
import { ownHeaderOf } from './own-layout.ts'

/** An entry as the central directory gives it, with what its local header says otherwise. */
export interface ReadEntry {
  /** As its maker meant it, with `/`; may be anything. */
  readonly name: string
  readonly bytes: number
  readonly crc: number
  /** Stored as it is: content can be read straight from the file. */
  readonly stored: boolean
  readonly encrypted: boolean
  readonly dataOffset: number
  readonly compressedBytes: number
  /** Names of local header fields that contradict the directory. */
  readonly contradictions: readonly string[]
  /** Whether the local header is, byte for byte, as our writer makes it. */
  readonly ownHeader: boolean
  readonly raw: yauzl.Entry
}

/** Room in the local header for the fields that our writer puts behind the name. */
const extraRoom = 64

/**
 * Finds where an entry's content lies, by its local header.
 *
 * @throws ArchiveTrouble `damaged` when it cannot lie in a file of that size
 */
export async function locate(raw: yauzl.Entry, file: FileHandle, size: number): Promise<ReadEntry> {
  const at = raw.relativeOffsetOfLocalHeader
  // Sizes of zip64 may be anything up to 2^64.
  if (at + raw.compressedSize > size || !Number.isSafeInteger(raw.uncompressedSize))
    throw new ArchiveTrouble('damaged', `entry ends behind the file: ${at} + ${raw.compressedSize}`)
  const length = 30 + raw.fileNameLength + extraRoom
  const buffer = await readFully(file, Buffer.alloc(length), at)
  if (buffer.length < 30) throw new ArchiveTrouble('damaged', `no local header at ${at}`)
  const nameLength = buffer.readUInt16LE(26)
  const deferred = (raw.generalPurposeBitFlag & 8) !== 0
  const wide = (value: number, real: number) => value === real || value === 0xffffffff
  const same = {
    signature: buffer.readUInt32LE(0) === 0x04034b50,
    flags: buffer.readUInt16LE(6) === raw.generalPurposeBitFlag,
    method: buffer.readUInt16LE(8) === raw.compressionMethod,
    time: buffer.readUInt16LE(10) === raw.lastModFileTime && buffer.readUInt16LE(12) === raw.lastModFileDate,
    crc: deferred || buffer.readUInt32LE(14) === raw.crc32,
    compressedSize: deferred || wide(buffer.readUInt32LE(18), raw.compressedSize),
    size: deferred || wide(buffer.readUInt32LE(22), raw.uncompressedSize),
    name: nameLength === raw.fileNameLength && buffer.subarray(30, 30 + nameLength).equals(raw.fileNameRaw),
  }
  const own = ownHeaderOf(raw)
  return {
    name: entryName(raw),
    bytes: raw.uncompressedSize,
    compressedBytes: raw.compressedSize,
    crc: raw.crc32,
    stored: raw.compressionMethod === 0,
    encrypted: raw.isEncrypted(),
    dataOffset: at + 30 + nameLength + buffer.readUInt16LE(28),
    contradictions: Object.entries(same).flatMap(([field, equal]) => (equal ? [] : [field])),
    ownHeader: buffer.length >= own.length && buffer.subarray(0, own.length).equals(own),
    raw,
  }
}
