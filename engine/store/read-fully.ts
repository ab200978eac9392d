import type { FileHandle } from 'node:fs/promises'

/**
 * Reads until the buffer is full or the file ends: a single read may give fewer bytes than there are, as network and FUSE
 * file systems do.
 *
 * @returns what was read, a view of the buffer
 */
export async function readFully(handle: FileHandle, buffer: Buffer, position: number): Promise<Buffer> {
  let filled = 0
  while (filled < buffer.length) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}
