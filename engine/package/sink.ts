import { writeSync } from 'node:fs'

/** A file as it shall be written. */
export interface SinkFile {
  /** Path in the part, with `/`. */
  readonly name: string
  readonly size: number
  readonly crc: number
  readonly modified: Date
}

/** Where the files of a part go, one behind the other, in the thread that writes. Every call may throw what the system says. */
export interface Sink {
  begin(file: SinkFile): void
  write(data: Buffer): void
  /** The file that was begun is whole. */
  finish(): void
  /** All files are; without it what was written is no use to anybody. */
  end(): void
  /** Gives back what it holds of the system, however far it came. */
  close(): void
}

/**
 * Writes all of it, however little the system takes at once; at the file's own position.
 *
 * @param write as the file system does it
 * @throws what the system says; EIO where it takes nothing and says nothing
 */
export function writeWhole(
  file: number,
  data: Buffer,
  write: (file: number, data: Buffer, from: number, bytes: number) => number = writeSync,
): void {
  let written = 0
  while (written < data.length) {
    const bytes = write(file, data, written, data.length - written)
    if (bytes === 0) throw Object.assign(new Error('EIO: nothing was written'), { code: 'EIO' })
    written += bytes
  }
}
