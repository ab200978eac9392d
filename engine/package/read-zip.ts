import { open as openFile, type FileHandle } from 'node:fs/promises'
import yauzl from 'yauzl'
import { layoutOf } from './own-layout.ts'

/** An entry as the central directory gives it, with what its local header says otherwise. */
export interface ReadEntry {
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
  readonly raw: yauzl.Entry
}

export interface ReadArchive {
  readonly entries: readonly ReadEntry[]
  /** Whether every header is as our writer makes it, none, or only some of them. */
  readonly layout: 'ours' | 'foreign' | 'altered'
  /** Bytes between or before the entries that belong to none; 0 in an archive of ours. */
  readonly strayBytes: number
  /** The content, in chunks of at most 1 MiB. */
  content(entry: ReadEntry): AsyncIterable<Buffer>
  close(): Promise<void>
}

/** An archive may claim more, but a package never holds it. */
const mostEntries = 200_000
const chunk = 1024 * 1024

/**
 * Opens a ZIP for reading. Names are taken as they stand and must be judged by the caller.
 *
 * @throws Error when the archive's structure cannot be read
 */
export async function readZip(path: string): Promise<ReadArchive> {
  const zip = await yauzl.openPromise(path, {
    lazyEntries: true,
    autoClose: false,
    strictFileNames: false,
    validateEntrySizes: true,
    decodeStrings: true,
  })
  const file = await openFile(path, 'r')
  const close = async () => {
    zip.close()
    await file.close()
  }
  try {
    if (zip.entryCount > mostEntries) throw new Error(`too many entries: ${zip.entryCount}`)
    const entries: ReadEntry[] = []
    for await (const raw of zip.eachEntry()) entries.push(await locate(raw, file))
    const layout = await layoutOf(
      entries.map(({ raw }) => raw),
      file,
    )
    return {
      entries,
      layout,
      strayBytes: stray(entries),
      content: (entry) => contentOf(zip, file, entry),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function locate(raw: yauzl.Entry, file: FileHandle): Promise<ReadEntry> {
  const at = raw.relativeOffsetOfLocalHeader
  const header = Buffer.alloc(30)
  const { bytesRead } = await file.read(header, 0, 30, at)
  if (bytesRead < 30 || header.readUInt32LE(0) !== 0x04034b50)
    throw new Error(`no local header for ${raw.fileName}`)
  const nameLength = header.readUInt16LE(26)
  const name = Buffer.alloc(nameLength)
  await file.read(name, 0, nameLength, at + 30)
  const deferred = (raw.generalPurposeBitFlag & 8) !== 0
  const wide = (value: number, real: number) => value === real || value === 0xffffffff
  const same = {
    flags: header.readUInt16LE(6) === raw.generalPurposeBitFlag,
    method: header.readUInt16LE(8) === raw.compressionMethod,
    time: header.readUInt16LE(10) === raw.lastModFileTime && header.readUInt16LE(12) === raw.lastModFileDate,
    crc: deferred || header.readUInt32LE(14) === raw.crc32,
    compressedSize: deferred || wide(header.readUInt32LE(18), raw.compressedSize),
    size: deferred || wide(header.readUInt32LE(22), raw.uncompressedSize),
    name: name.equals(raw.fileNameRaw),
  }
  return {
    name: raw.fileName,
    bytes: raw.uncompressedSize,
    compressedBytes: raw.compressedSize,
    crc: raw.crc32,
    stored: raw.compressionMethod === 0,
    encrypted: raw.isEncrypted(),
    dataOffset: at + 30 + nameLength + header.readUInt16LE(28),
    contradictions: Object.entries(same).flatMap(([field, equal]) => (equal ? [] : [field])),
    raw,
  }
}

/** Gaps and overlaps between the entries, in bytes; data descriptors of other programs' archives are counted as theirs. */
function stray(entries: readonly ReadEntry[]): number {
  const sorted = entries.toSorted(
    (a, b) => a.raw.relativeOffsetOfLocalHeader - b.raw.relativeOffsetOfLocalHeader,
  )
  let expected = 0
  let bytes = 0
  for (const entry of sorted) {
    bytes += Math.abs(entry.raw.relativeOffsetOfLocalHeader - expected)
    const descriptor = (entry.raw.generalPurposeBitFlag & 8) !== 0
    expected =
      entry.dataOffset + entry.compressedBytes + (descriptor ? (entry.bytes >= 0xffffffff ? 24 : 16) : 0)
  }
  return bytes
}

async function* contentOf(zip: yauzl.ZipFile, file: FileHandle, entry: ReadEntry): AsyncGenerator<Buffer> {
  if (!entry.stored || entry.encrypted) {
    yield* (await zip.openReadStreamPromise(entry.raw)) as AsyncIterable<Buffer>
    return
  }
  let position = entry.dataOffset
  let left = entry.compressedBytes
  const buffer = Buffer.allocUnsafe(Math.min(chunk, Math.max(left, 1)))
  while (left > 0) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, left), position)
    if (bytesRead === 0) throw new Error(`archive ends inside ${entry.name}`)
    yield buffer.subarray(0, bytesRead)
    position += bytesRead
    left -= bytesRead
  }
}
