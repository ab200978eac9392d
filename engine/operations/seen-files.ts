import type { Facts } from '../../shared/facts.ts'
import { Fault } from '../../shared/faults.ts'
import { throwIfChanged } from '../package/part-sources.ts'
import type { SourceFile } from '../sources/walk.ts'
import type { FactsCache } from '../store/facts-cache.ts'

/** What a file was when the clerk saw it judged. */
export interface Seen {
  readonly file: string
  readonly sha256: string
}

/**
 * Compares files with what was seen of them; one that is not among the sources any more is passed over.
 *
 * @throws Fault `source-changed` naming all that are something else now
 */
export function throwIfOthers(
  seen: readonly Seen[],
  source: (id: string) => SourceFile | undefined,
  facts: (id: string) => Facts | undefined,
): void {
  throwIfChanged(
    seen.flatMap(({ file, sha256 }) => {
      const [known, now] = [source(file), facts(file)]
      return known && now && now.sha256 !== sha256 ? [{ path: known.given, change: changeOf(now) }] : []
    }),
  )
}

/** What has become of a file that is not what it was. */
function changeOf({ sha256, condition }: Facts): 'changed' | 'vanished' | 'locked' | 'unreadable' {
  if (sha256 !== undefined || condition.state !== 'unreadable') return 'changed'
  const { reason } = condition
  return reason === 'changed' || reason === 'vanished' || reason === 'locked' ? reason : 'unreadable'
}

/** Drops what is remembered of files that packing has found to be others: their size and time may be the same. */
export async function forgetChanged(
  error: unknown,
  sources: readonly SourceFile[],
  cache: FactsCache,
): Promise<void> {
  if (!(error instanceof Fault) || error.data.code !== 'source-changed') return
  const { path, change, more = [] } = error.data
  const changed = [{ path, change }, ...more].filter((one) => one.change === 'changed')
  const given = new Set(changed.map((one) => one.path))
  for (const file of sources) if (given.has(file.given)) await cache.forget(file.path)
}
