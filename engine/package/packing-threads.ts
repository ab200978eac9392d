import type { CopyAnswer, CopyOrder } from './copy-worker.ts'
import type { HashAnswer, HashOrder } from './hash-worker.ts'
import { Thread } from './thread.ts'

export type Copier = Thread<CopyOrder, CopyAnswer>
export type Hasher = Thread<HashOrder, HashAnswer>

/** The threads that a package is written and proven in, part after part. */
export interface PackingThreads {
  readonly copier: Copier
  /** Two read behind the writer: every byte of an archive is hashed twice, for its file and for the whole. */
  readonly hashers: readonly [Hasher, Hasher]
  end(): Promise<void>
}

export const startCopier = (): Copier => new Thread('copy-worker')
export const startHasher = (): Hasher => new Thread('hash-worker')

export function startThreads(): PackingThreads {
  const copier = startCopier()
  const hashers: readonly [Hasher, Hasher] = [startHasher(), startHasher()]
  return {
    copier,
    hashers,
    async end() {
      await Promise.all([copier, ...hashers].map((thread) => thread.end()))
    },
  }
}
