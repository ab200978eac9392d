import type { FileHandle } from 'node:fs/promises'
import { readFully } from '../store/read-fully.ts'

/** Bytes that can be read at any place: an open file, or a buffer that was read before. */
export interface ByteSource {
  readonly size: number
  /** The bytes of that range, fewer where the source ends earlier; read into `room` where that is given. */
  read(position: number, length: number, room?: Buffer): Promise<Buffer>
}

export const bufferSource = (buffer: Buffer): ByteSource => ({
  size: buffer.length,
  read: async (position, length) => buffer.subarray(position, position + length),
})

/** @param size as measured when the file was opened; nothing beyond it is read. */
export const handleSource = (handle: FileHandle, size: number): ByteSource => ({
  size,
  read: async (position, length, room) => {
    const wanted = Math.max(0, Math.min(length, size - position))
    const buffer = room ?? Buffer.allocUnsafe(wanted)
    return readFully(handle, buffer.subarray(0, wanted), position)
  },
})
