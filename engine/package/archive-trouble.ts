import type { ReadTrouble } from '../../shared/packing/verify-problem.ts'
import { systemReason } from '../store/system-reason.ts'

/** An archive, or an entry of it, that cannot be read, with the reason that people are told. */
export class ArchiveTrouble extends Error {
  override readonly name = 'ArchiveTrouble'
  readonly reason: ReadTrouble
  constructor(reason: ReadTrouble, detail: string) {
    super(detail)
    this.reason = reason
  }
}

/** What yauzl says, by the words it says it in: it has no codes. Anything else of it means damage. */
const sayings: readonly (readonly [RegExp, ReadTrouble])[] = [
  [/signature not found/, 'not-a-zip'],

  [/encrypt/, 'encrypted'],
  [/multi-disk/, 'multi-volume'],
  [/compression method/, 'unsupported'],
]

/** Why an archive could not be read; `detail` is for scripts and for whoever mends this, not for clerks. */
export function troubleOf(error: unknown): { reason: ReadTrouble; detail: string } {
  const detail = error instanceof Error ? error.message : String(error)
  if (error instanceof ArchiveTrouble) return { reason: error.reason, detail }
  const system = systemReason(error)
  // Codes of zlib begin with Z_.
  if (/^E[A-Z0-9]+$/.test(system)) return { reason: 'system', detail: system }
  return { reason: sayings.find(([words]) => words.test(detail))?.[1] ?? 'damaged', detail }
}
