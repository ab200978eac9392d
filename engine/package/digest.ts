import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** What a content is known by. */
export interface Digest {
  /** 64 hex digits. */
  readonly sha256: string
  /** As the headers of an archive bear it. */
  readonly crc32: number
}

/** Takes a content chunk by chunk. */
export function digesting() {
  const hash = createHash('sha256')
  let crc = 0
  return {
    update(chunk: Buffer): void {
      hash.update(chunk)
      crc = crc32(chunk, crc)
    },
    digest: (): Digest => ({ sha256: hash.digest('hex'), crc32: crc }),
  }
}
