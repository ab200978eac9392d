import { type FileHandle, open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { centralHeader, endOfArchive, localHeader, type PlacedEntry, zipTime } from './zip-format.ts'

/** What goes into an archive: a file on disk, of the size it is planned with, or bytes in hand. */
export type ZipSource = { readonly name: string; readonly modified: Date } & (
  | { readonly content: Buffer }
  /** The CRC-32 is what the file had when it was checked; whoever proves the archive finds out whether it still has. */
  | { readonly path: string; readonly size: number; readonly crc32: number }
)

/** A source did not have as many bytes as planned. */
export class SourceSizeChanged extends Error {
  override readonly name = 'SourceSizeChanged'
  readonly path: string
  constructor(path: string) {
    super(`size changed: ${path}`)
    this.path = path
  }
}

export interface WriteOptions {
  readonly signal: AbortSignal
  /** Told before each entry, and after each chunk with all bytes of content written so far. */
  readonly onProgress?: (name: string, bytes: number) => void
}

const chunk = 1024 * 1024

/** An archive being written. */
interface Writing extends WriteOptions {
  readonly file: FileHandle
  /** One pair for all entries: fresh megabytes for each would keep the garbage collector busy. */
  readonly buffers: readonly [Buffer, Buffer]
  /** Bytes of content written so far. */
  bytes: number
}

/**
 * Writes a new archive with stored entries, strictly from front to back. Not flushed and not renamed: the caller does
 * both after it has verified.
 *
 * @throws SourceSizeChanged, the signal's reason, and whatever the file system says
 */
export async function writeZip(
  target: string,
  sources: Iterable<ZipSource> | AsyncIterable<ZipSource>,
  options: WriteOptions,
): Promise<void> {
  const file = await open(target, 'wx')
  const writing: Writing = {
    ...options,
    file,
    buffers: [Buffer.allocUnsafe(chunk), Buffer.allocUnsafe(chunk)],
    bytes: 0,
  }
  try {
    const placed: PlacedEntry[] = []
    let offset = 0
    for await (const source of sources) {
      options.signal.throwIfAborted()
      options.onProgress?.(source.name, writing.bytes)
      const entry = await writeEntry(writing, source, offset)
      placed.push(entry)
      offset += localHeader(entry).length + entry.size
    }
    const directory = Buffer.concat(placed.map(centralHeader))
    const end = endOfArchive({ entries: placed.length, bytes: directory.length, offset })
    await writeWhole(file, Buffer.concat([directory, end]), offset)
  } finally {
    await file.close()
  }
}

async function writeEntry(writing: Writing, source: ZipSource, offset: number): Promise<PlacedEntry> {
  const { name } = source
  const time = zipTime(source.modified)
  if ('content' in source) {
    const { content } = source
    const entry = { name, time, size: content.length, crc: crc32(content), offset }
    await writeWhole(writing.file, Buffer.concat([localHeader(entry), content]), offset)
    writing.bytes += entry.size
    return entry
  }
  const entry = { name, time, size: source.size, crc: source.crc32, offset }
  const header = localHeader(entry)
  await writeWhole(writing.file, header, offset)
  await copyContent(writing, source, offset + header.length)
  return entry
}

/** Copies a file's content to a place in the archive, reading ahead of writing. */
async function copyContent(
  writing: Writing,
  source: { readonly path: string; readonly size: number; readonly name: string },
  at: number,
): Promise<void> {
  const { file, buffers, signal, onProgress } = writing
  const input = await open(source.path, 'r')
  const read = async (turn: 0 | 1, position: number) =>
    buffers[turn].subarray(0, (await input.read(buffers[turn], 0, chunk, position)).bytesRead)
  try {
    let done = 0
    let turn: 0 | 1 = 0
    let data = await read(turn, 0)
    while (data.length > 0 && done + data.length <= source.size) {
      signal.throwIfAborted()
      turn = turn === 0 ? 1 : 0
      const ahead = read(turn, done + data.length)
      // A failed write must not leave the read behind as an unhandled rejection.
      ahead.catch(() => undefined)
      await writeWhole(file, data, at + done)
      done += data.length
      writing.bytes += data.length
      onProgress?.(source.name, writing.bytes)
      data = await ahead
    }
    if (done !== source.size || data.length > 0) throw new SourceSizeChanged(source.path)
  } finally {
    await input.close()
  }
}

async function writeWhole(file: FileHandle, data: Buffer, position: number): Promise<void> {
  let written = 0
  while (written < data.length) {
    const { bytesWritten } = await file.write(data, written, data.length - written, position + written)
    written += bytesWritten
  }
}
