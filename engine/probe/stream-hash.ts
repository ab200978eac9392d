import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'

const CHUNK = 1024 * 1024

/** What tells one content from another: SHA-256 for proof, CRC-32 for archives. */
export interface Digests {
  readonly sha256: string
  readonly crc32: number
}

/** Digests of bytes in hand. */
export const digestsOf = (content: Buffer): Digests => ({
  sha256: createHash('sha256').update(content).digest('hex'),
  crc32: crc32(content),
})

/**
 * Digests of an open file's first `size` bytes, the next chunk being read while one is hashed; undefined where the file
 * ends before. Rejects with the signal's reason.
 */
export const streamHash = async (
  handle: FileHandle,
  size: number,
  signal: AbortSignal,
): Promise<Digests | undefined> => {
  const hash = createHash('sha256')
  let crc = 0
  if (size === 0) return digestsOf(Buffer.alloc(0))
  const buffers = [
    Buffer.allocUnsafe(Math.min(CHUNK, size)),
    Buffer.allocUnsafe(Math.min(CHUNK, size)),
  ] as const
  const read = (n: number, at: number) =>
    handle.read(buffers[n % 2 === 0 ? 0 : 1], 0, Math.min(CHUNK, size - at), at)
  let reading = read(0, 0)
  for (let n = 0, at = 0; at < size; n++) {
    const { bytesRead, buffer } = await reading
    signal.throwIfAborted()
    if (bytesRead === 0) return undefined
    at += bytesRead
    if (at < size) reading = read(n + 1, at)
    const part = buffer.subarray(0, bytesRead)
    hash.update(part)
    crc = crc32(part, crc)
  }
  return { sha256: hash.digest('hex'), crc32: crc }
}
