import { stat } from 'node:fs/promises'
import pLimit from 'p-limit'
import { Fault } from '../../shared/faults.ts'
import type { PlannedPart } from '../../shared/packing/plan.ts'
import type { Facts } from '../../shared/facts.ts'
import { questionsAtOnce } from '../sources/questions-at-once.ts'
import type { SourceFile } from '../sources/walk.ts'
import { sourceChange } from './check-sources.ts'
import type { PartSource } from './part-layout.ts'

/** A planned file as it lies there before it is copied. */
export type CheckedSource = Extract<PartSource, { path: string }> & { readonly given: string }

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
    part.items.map(({ item, path: name, bytes }) =>
      limit(async (): Promise<CheckedSource | Change> => {
        signal.throwIfAborted()
        const { path, given } = source(item)
        try {
          const { size, mtime } = await stat(path)
          const crc32 = facts.get(item)?.crc32
          if (size !== bytes) return { path: given, change: 'changed' }
          return crc32 === undefined
            ? { path: given, change: 'unreadable' }
            : { name, path, given, size, crc32, modified: mtime }
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
 * were checked, but the clerk has something else now.
 *
 * @throws Fault `source-changed`
 */
export async function sourcesStayed(sources: readonly CheckedSource[], signal: AbortSignal): Promise<void> {
  const limit = pLimit(questionsAtOnce)
  const changes = await Promise.all(
    sources.map(({ path, given, size, modified }) =>
      limit(async (): Promise<Change[]> => {
        signal.throwIfAborted()
        try {
          const now = await stat(path)
          const same = now.size === size && now.mtime.getTime() === modified.getTime()
          return same ? [] : [{ path: given, change: 'changed' }]
        } catch (error) {
          return [{ path: given, change: sourceChange(error, process.platform) }]
        }
      }),
    ),
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
