import type { BigIntStats } from 'node:fs'
import { stat } from 'node:fs/promises'
import pLimit from 'p-limit'
import { Fault } from '../../shared/faults.ts'
import type { PlannedPart } from '../../shared/packing/plan.ts'
import type { Facts } from '../../shared/facts.ts'
import { questionsAtOnce } from '../sources/questions-at-once.ts'
import type { SourceFile } from '../sources/walk.ts'
import { sourceChange } from './check-sources.ts'
import { hashFile } from './hash-file.ts'
import type { PartSource } from './part-layout.ts'

/** A planned file as it lies there before it is copied. */
export type CheckedSource = Extract<PartSource, { path: string }> & {
  readonly given: string
  /** Of the content that was checked. */
  readonly sha256: string | undefined
  readonly seen: Seen
}

/** A file as the file system tells it, times in ns. */
type Seen = Pick<BigIntStats, 'size' | 'mtimeNs' | 'ctimeNs' | 'ino'>

interface Options {
  readonly source: (id: string) => SourceFile
  readonly signal: AbortSignal
}

/**
 * The files of a part, looked at once more.
 *
 * @param facts of the check, by item
 * @throws Fault `source-changed` naming all that are not what they were
 */
export async function partSources(
  part: PlannedPart,
  facts: ReadonlyMap<string, Facts>,
  { source, signal }: Options,
): Promise<CheckedSource[]> {
  const limit = pLimit(questionsAtOnce)
  const looked = await Promise.all(
    part.items.map(({ item, path: name, bytes, sha256 }) =>
      limit(async (): Promise<CheckedSource | Change> => {
        signal.throwIfAborted()
        const { path, given } = source(item)
        try {
          const status = await stat(path, { bigint: true })
          const { size, mtime, mtimeNs, ctimeNs, ino } = status
          const crc32 = facts.get(item)?.crc32
          if (size !== BigInt(bytes)) return { path: given, change: 'changed' }
          if (crc32 === undefined) return { path: given, change: 'unreadable' }
          const seen = { size, mtimeNs, ctimeNs, ino }
          return { name, path, given, size: bytes, crc32, modified: mtime, sha256, seen }
        } catch (error) {
          return { path: given, change: sourceChange(error, process.platform) }
        }
      }),
    ),
  )
  throwIfChanged(looked.flatMap((one) => ('change' in one ? [one] : [])))
  return looked.flatMap((one) => ('change' in one ? [] : [one]))
}

/**
 * Looks whether the files are still as they were before they were copied: what was written holds then the contents that
 * were checked, but the clerk has something else now. One that is otherwise the same and yet not the same file, or was
 * touched without another time of writing, is read once more: a new name or right changes no content.
 *
 * @throws Fault `source-changed` naming all that are not; the signal's reason
 */
export async function sourcesStayed(sources: readonly CheckedSource[], signal: AbortSignal): Promise<void> {
  const looking = pLimit(questionsAtOnce)
  const reading = pLimit(1)
  const changes = await Promise.all(
    sources.map(async (source): Promise<Change[]> => {
      const { path, given, seen, sha256 } = source
      const changed: Change[] = [{ path: given, change: 'changed' }]
      try {
        const now = await looking(() => {
          signal.throwIfAborted()
          return stat(path, { bigint: true })
        })
        if (now.size !== seen.size || now.mtimeNs !== seen.mtimeNs) return changed
        if (now.ino === seen.ino && now.ctimeNs === seen.ctimeNs) return []
        return (await reading(() => hashFile(path, signal))) === sha256 ? [] : changed
      } catch (error) {
        signal.throwIfAborted()
        return [{ path: given, change: sourceChange(error, process.platform) }]
      }
    }),
  )
  throwIfChanged(changes.flat())
}

interface Change {
  readonly path: string
  readonly change: ReturnType<typeof sourceChange>
}

/** @throws Fault `source-changed` unless there are none */
export function throwIfChanged([first, ...more]: readonly Change[]): void {
  if (first) throw new Fault({ code: 'source-changed', ...first, ...(more.length > 0 && { more }) })
}
