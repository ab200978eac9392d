import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { ArchiveTrouble } from './archive-trouble.ts'
import type { ReadEntry } from './locate-entry.ts'

const chunk = 1024 * 1024
const deflated = 8

/**
 * An entry's content, in chunks of at most 1 MiB. How much comes of it is for the caller to watch.
 *
 * @throws ArchiveTrouble `encrypted`, `unsupported`, `truncated`; zlib's errors
 */
export async function* contentOf(file: FileHandle, entry: ReadEntry): AsyncGenerator<Buffer> {
  if (entry.encrypted) throw new ArchiveTrouble('encrypted', 'encrypted')
  const method = entry.raw.compressionMethod
  // One buffer does, except for zlib, which reads ahead of who reads from it.
  const shared = Buffer.allocUnsafe(Math.min(chunk, entry.compressedBytes))
  if (entry.stored) yield* rawContent(file, entry, () => shared)
  else if (method === deflated)
    yield* inflated(rawContent(file, entry, () => Buffer.allocUnsafe(shared.length)))
  else throw new ArchiveTrouble('unsupported', `compression method ${method}`)
}

async function* rawContent(file: FileHandle, entry: ReadEntry, room: () => Buffer): AsyncGenerator<Buffer> {
  let position = entry.dataOffset
  let left = entry.compressedBytes
  while (left > 0) {
    const buffer = room()
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, left), position)
    if (bytesRead === 0) throw new ArchiveTrouble('truncated', 'archive ends inside an entry')
    yield buffer.subarray(0, bytesRead)
    position += bytesRead
    left -= bytesRead
  }
}

async function* inflated(raw: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 })
  const flowing = pipeline(Readable.from(raw, { objectMode: false }), inflate)
  // Its errors come out of the stream below as well.
  flowing.catch(() => undefined)
  try {
    yield* inflate as AsyncIterable<Buffer>
  } finally {
    inflate.destroy()
    await flowing.catch(() => undefined)
  }
}
