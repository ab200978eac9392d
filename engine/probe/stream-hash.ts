import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'

const CHUNK = 1024 * 1024

/**
 * SHA-256 of an open file's first `size` bytes, the next chunk being read while one is hashed; undefined where the file
 * ends before. Rejects with the signal's reason.
 */
export const streamHash = async (
  handle: FileHandle,
  size: number,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const hash = createHash('sha256')
  if (size === 0) return hash.digest('hex')
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
    hash.update(buffer.subarray(0, bytesRead))
  }
  return hash.digest('hex')
}
