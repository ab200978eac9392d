import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { readFully } from '../store/read-fully.ts'
import { ArchiveTrouble } from './archive-trouble.ts'

type Done = (error: Error | null, bytesRead?: number) => void

/**
 * Lets yauzl read from an open file, and only inside it: asked for a place that no file has, as zip64 can name it, the
 * file system throws where yauzl does not catch it, and the answer never comes. The file stays open.
 */
export class HandleReader extends yauzl.RandomAccessReader {
  private readonly file: FileHandle
  private readonly size: number

  constructor(file: FileHandle, size: number) {
    super()
    this.file = file
    this.size = size
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, done: Done): void {
    if (position + length > this.size) {
      setImmediate(done, new ArchiveTrouble('damaged', `archive says ${position} + ${length}`))
      return
    }
    readFully(this.file, buffer.subarray(offset, offset + length), position).then(
      (read) => done(null, read.length),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    )
  }

  override close(done: Done): void {
    setImmediate(done, null)
  }

  override _readStreamForRange(): Readable {
    throw new Error('contents are read by contentOf')
  }
}
