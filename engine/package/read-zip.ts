import { open as openFile, type FileHandle } from 'node:fs/promises'
import yauzl from 'yauzl'
import { ArchiveTrouble } from './archive-trouble.ts'
import { contentOf } from './entry-content.ts'
import { entryName } from './entry-name.ts'
import { strayBytes } from './entry-ranges.ts'
import { type Layout, layoutOf, ownHeaderOf } from './own-layout.ts'

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

export interface ReadArchive {
  readonly entries: readonly ReadEntry[]
  readonly layout: Layout
  readonly size: number
  /** Bytes that belong to no entry and to no record of the directory; 0 in an archive of ours. */
  readonly strayBytes: number
  /**
   * The content, in chunks of at most 1 MiB.
   *
   * @throws ArchiveTrouble `unsupported`, `encrypted`, `truncated`; zlib's errors
   */
  content(entry: ReadEntry): AsyncIterable<Buffer>
  close(): Promise<void>
}

/** An archive may claim more, but a package never holds it. */
const mostEntries = 25_000
const largestDirectory = 64 * 1024 * 1024
/** Room in the local header for the fields that our writer puts behind the name. */
const extraRoom = 64

/**
 * Opens a ZIP for reading. Names are taken as they stand and must be judged by the caller.
 *
 * @throws ArchiveTrouble, yauzl's errors and the file system's, when the archive's structure cannot be read; the
 *   signal's reason
 */
export async function readZip(path: string, signal?: AbortSignal): Promise<ReadArchive> {
  const file = await openFile(path, 'r')
  let zip: yauzl.ZipFile | undefined
  const close = async () => {
    zip?.close()
    await file.close()
  }
  try {
    const { size } = await file.stat()
    if (size === 0) throw new ArchiveTrouble('empty', 'empty file')
    // Names and sizes are judged here, entry by entry: yauzl gives up the whole archive for one of them.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false }
    zip = await yauzl.openPromise(path, options).catch((error: unknown) => explained(error, file))
    const directoryOffset = Number(zip.readEntryCursor)
    const entries = await readDirectory(zip, file, size, signal)
    const stray = strayBytes(entries, directoryOffset) + (await behindDirectory(zip, file, size))
    const layout = await layoutOf(entries, file, size)
    return { entries, layout, size, strayBytes: stray, content: (entry) => contentOf(file, entry), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** A zip that was cut short is told from what never was one by its beginning. */
async function explained(error: unknown, file: FileHandle): Promise<never> {
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0)
  const detail = error instanceof Error ? error.message : ''
  if (buffer.readUInt32LE(0) === 0x04034b50 && detail.includes('signature not found'))
    throw new ArchiveTrouble('truncated', detail)
  throw error
}

async function readDirectory(
  zip: yauzl.ZipFile,
  file: FileHandle,
  size: number,
  signal: AbortSignal | undefined,
): Promise<ReadEntry[]> {
  if (zip.entryCount > mostEntries) throw new ArchiveTrouble('too-many', `${zip.entryCount} entries`)
  const entries: ReadEntry[] = []
  let bytes = 0
  for await (const raw of zip.eachEntry()) {
    signal?.throwIfAborted()
    bytes += 46 + raw.fileNameLength + raw.extraFieldLength + raw.fileCommentLength
    if (bytes > largestDirectory) throw new ArchiveTrouble('too-many', 'directory too large')
    entries.push(await locate(raw, file, size))
  }
  return entries
}

async function locate(raw: yauzl.Entry, file: FileHandle, size: number): Promise<ReadEntry> {
  const at = raw.relativeOffsetOfLocalHeader
  // Sizes of zip64 may be anything up to 2^64.
  if (at + raw.compressedSize > size || !Number.isSafeInteger(raw.uncompressedSize))
    throw new ArchiveTrouble('truncated', `entry ends behind the file: ${at} + ${raw.compressedSize}`)
  const length = 30 + raw.fileNameLength + extraRoom
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  if (bytesRead < 30) throw new ArchiveTrouble('truncated', `no local header at ${at}`)
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
    ownHeader: bytesRead >= own.length && buffer.subarray(0, own.length).equals(own),
    raw,
  }
}

/** Bytes between the directory and the record of its end, unless a record of zip64 or a signature stands there. */
async function behindDirectory(zip: yauzl.ZipFile, file: FileHandle, size: number): Promise<number> {
  const after = Number(zip.readEntryCursor)
  const between = size - 22 - Buffer.from(zip.comment).length - after
  if (between < 0) throw new ArchiveTrouble('damaged', 'directory runs into its end record')
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, after)
  return between === 0 || [0x06064b50, 0x05054b50].includes(buffer.readUInt32LE(0)) ? 0 : between
}
