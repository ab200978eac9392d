import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { ArchiveTrouble } from './archive-trouble.ts'
import type { ReadEntry } from './locate-entry.ts'

const chunk = 1024 * 1024
const deflated = 8

/** Two buffers for all entries of an archive: fresh megabytes for each would keep the garbage collector busy. */
export type Buffers = readonly [Buffer, Buffer]
export const contentBuffers = (): Buffers => [Buffer.allocUnsafe(chunk), Buffer.allocUnsafe(chunk)]

/**
 * An entry's content, in chunks of at most 1 MiB, each good until the next is asked for. How much comes of it is for
 * the caller to watch.
 *
 * @throws ArchiveTrouble `encrypted`, `unsupported`, `truncated`; zlib's errors
 */
export async function* contentOf(
  file: FileHandle,
  entry: ReadEntry,
  buffers: Buffers,
): AsyncGenerator<Buffer> {
  if (entry.encrypted) throw new ArchiveTrouble('encrypted', 'encrypted')
  const method = entry.raw.compressionMethod
  if (entry.stored) yield* rawContent(file, entry, buffers)
  else if (method === deflated) yield* inflated(copied(rawContent(file, entry, buffers)))
  else throw new ArchiveTrouble('unsupported', `compression method ${method}`)
}

/** The bytes as they stand in the archive, the next chunk being read while one is worked on. */
async function* rawContent(file: FileHandle, entry: ReadEntry, buffers: Buffers): AsyncGenerator<Buffer> {
  const end = entry.dataOffset + entry.compressedBytes
  let position = entry.dataOffset
  const read = (turn: 0 | 1) => {
    const reading = file.read(buffers[turn], 0, Math.min(chunk, end - position), position)
    // Whoever stops early must not leave a failed read behind.
    reading.catch(() => undefined)
    return reading
  }
  let turn: 0 | 1 = 0
  let reading = position < end ? read(turn) : undefined
  while (reading) {
    const { bytesRead, buffer } = await reading
    if (bytesRead === 0) throw new ArchiveTrouble('truncated', 'archive ends inside an entry')
    position += bytesRead
    turn = turn === 0 ? 1 : 0
    reading = position < end ? read(turn) : undefined
    yield buffer.subarray(0, bytesRead)
  }
}

/** zlib reads ahead of who reads from it: it gets chunks of its own. */
async function* copied(raw: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const part of raw) yield Buffer.from(part)
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
