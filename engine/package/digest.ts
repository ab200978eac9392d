import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** What a content is known by. */
export interface Digest {
  /** 64 hex digits. */
  readonly sha256: string
  /** As the headers of an archive bear it; undefined where nobody has asked for it. */
  readonly crc32: number | undefined
}

/**
 * Takes a content chunk by chunk.
 *
 * @param withCrc costs half as much again: for entries of an archive only
 */
export function digesting(withCrc: boolean) {
  const hash = createHash('sha256')
  let crc = 0
  return {
    update(chunk: Buffer): void {
      hash.update(chunk)
      if (withCrc) crc = crc32(chunk, crc)
    },
    digest: (): Digest => ({ sha256: hash.digest('hex'), crc32: withCrc ? crc : undefined }),
  }
}
