import { stat } from 'node:fs/promises'
import pLimit from 'p-limit'
import { Fault } from '../../shared/faults.ts'
import type { DraftItem } from '../../shared/project/document.ts'
import type { Files } from './files.ts'
import { questionsAtOnce } from './questions-at-once.ts'

/**
 * Makes a project's items files that clients may speak of by their ids. One that is gone is found out when it is
 * probed.
 *
 * @returns the items that are no files where they should be
 * @throws Fault `cancelled`
 */
export async function makeKnown(
  items: readonly DraftItem[],
  files: Files,
  signal?: AbortSignal,
): Promise<DraftItem[]> {
  const limit = pLimit(questionsAtOnce)
  const gone = await Promise.all(
    items.map((item) =>
      limit(async () => {
        if (signal?.aborted) throw new Fault({ code: 'cancelled' })
        const { path, root } = item.source
        const status = await stat(path).catch(() => undefined)
        files.put(item.id, {
          path,
          given: path,
          root,
          relative: item.relative,
          bytes: status?.size ?? 0,
          modifiedMs: status?.mtimeMs ?? 0,
        })
        return status?.isFile() === true ? [] : [item]
      }),
    ),
  )
  return gone.flat()
}
