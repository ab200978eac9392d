import { type FileHandle, open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { centralHeader, endOfArchive, localHeader, type PlacedEntry, zipTime } from './zip-format.ts'

/** What goes into an archive: a file on disk, of the size it is planned with, or bytes in hand. */
export type ZipSource = { readonly name: string; readonly modified: Date } & (
  | { readonly content: Buffer }
  | { readonly path: string; readonly size: number }
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

/**
 * Writes a new archive with stored entries, sequentially; nothing but a local header is ever written twice.
 * Not flushed and not renamed: the caller does both after it has verified.
 *
 * @throws SourceSizeChanged, the signal's reason, and whatever the file system says
 */
export async function writeZip(
  target: string,
  sources: readonly ZipSource[],
  options: WriteOptions,
): Promise<void> {
  const file = await open(target, 'wx')
  try {
    const progress = { bytes: 0 }
    const placed: PlacedEntry[] = []
    let offset = 0
    for (const source of sources) {
      options.signal.throwIfAborted()
      options.onProgress?.(source.name, progress.bytes)
      const entry = await writeEntry(file, source, offset, options, progress)
      placed.push(entry)
      offset += localHeader(entry).length + entry.size
    }
    const directory = Buffer.concat(placed.map(centralHeader))
    await writeWhole(file, directory, offset)
    await writeWhole(
      file,
      endOfArchive({ entries: placed.length, bytes: directory.length, offset }),
      offset + directory.length,
    )
  } finally {
    await file.close()
  }
}

async function writeEntry(
  file: FileHandle,
  source: ZipSource,
  offset: number,
  options: WriteOptions,
  progress: { bytes: number },
): Promise<PlacedEntry> {
  const { name } = source
  const time = zipTime(source.modified)
  if ('content' in source) {
    const entry = { name, time, size: source.content.length, crc: crc32(source.content), offset }
    await writeWhole(file, Buffer.concat([localHeader(entry), source.content]), offset)
    progress.bytes += entry.size
    return entry
  }
  const blank = { name, time, size: source.size, crc: 0, offset }
  const header = localHeader(blank)
  await writeWhole(file, header, offset)
  const crc = await copyContent(source, file, offset + header.length, options, progress)
  const entry = { ...blank, crc }
  await writeWhole(file, localHeader(entry), offset)
  return entry
}

/** Copies a file's content to a place in the archive, reading ahead of writing; returns the CRC-32 of what was read. */
async function copyContent(
  source: { readonly path: string; readonly size: number; readonly name: string },
  target: FileHandle,
  at: number,
  { signal, onProgress }: WriteOptions,
  progress: { bytes: number },
): Promise<number> {
  const input = await open(source.path, 'r')
  const buffers: [Buffer, Buffer] = [Buffer.allocUnsafe(chunk), Buffer.allocUnsafe(chunk)]
  const read = async (turn: 0 | 1, position: number) =>
    buffers[turn].subarray(0, (await input.read(buffers[turn], 0, chunk, position)).bytesRead)
  try {
    let crc = 0
    let done = 0
    let turn: 0 | 1 = 0
    let data = await read(turn, 0)
    while (data.length > 0) {
      signal.throwIfAborted()
      if (done + data.length > source.size) break
      turn = turn === 0 ? 1 : 0
      const position = done + data.length
      const ahead = read(turn, position)
      // A failed write must not leave the read behind as an unhandled rejection.
      ahead.catch(() => undefined)
      const writing = writeWhole(target, data, at + done)
      crc = crc32(data, crc)
      await writing
      progress.bytes += data.length
      done = position
      onProgress?.(source.name, progress.bytes)
      data = await ahead
    }
    if (done !== source.size || data.length > 0) throw new SourceSizeChanged(source.path)
    return crc
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
