import { alikeRows } from '../../../../shared/lists/alike-rows.ts'
import type { ListTask } from '../../../../shared/lists/table-header.ts'
import { requirementsOf } from '../../../../shared/notice/choose.ts'
import type { Row } from '../../../../shared/project/submission.ts'
import type { Judged } from '../../../../shared/rules/verdict.ts'

/** Two rows that are probably one activity written twice; `left` is the earlier. */
export interface AlikePair {
  readonly left: Row
  readonly right: Row
  readonly by: 'name-and-time' | 'place-and-time' | 'name-and-place' | 'repeated'
}

interface Named {
  readonly row: string
  readonly others: readonly string[]
  readonly by: AlikePair['by']
}

/**
 * The pairs that the judge has named, so that comparing thousands of rows stays on its thread. Its last word may be
 * older than the rows: what was merged or set apart since is left out.
 */
export function alikePairs(
  rows: readonly Row[],
  found: ReadonlyMap<string, readonly Judged[]> | undefined,
): AlikePair[] {
  const named = [...(found ?? [])].flatMap(([row, judged]) =>
    judged.flatMap(({ finding, waived }): Named[] => {
      if (waived !== undefined) return []
      if (finding.code === 'row-alike')
        return [{ row, others: finding.actual.others, by: finding.expected.by }]
      // The same name alone says little: a lecture may be held in every school.
      return finding.code === 'row-repeated' && finding.expected.labels.length > 1
        ? [{ row, others: finding.actual.others, by: 'repeated' }]
        : []
    }),
  )
  return pairsOf(rows, named)
}

/** The pairs as they are at this moment, without the judge. */
export const alikePairsNow = (rows: readonly Row[], task: ListTask): AlikePair[] =>
  pairsOf(
    rows,
    requirementsOf(task, 'alike-rows').flatMap((requirement) => alikeRows(rows, requirement)),
  )

function pairsOf(rows: readonly Row[], named: readonly Named[]): AlikePair[] {
  const byId = new Map(rows.map((row, index) => [row.id, { row, index }]))
  const pairs = new Map<string, AlikePair & { readonly at: readonly [number, number] }>()
  for (const { row, others, by } of named)
    for (const other of others) {
      const [one, two] = [byId.get(other), byId.get(row)]
      if (!one || !two || one === two || areApart(one.row, two.row)) continue
      const [left, right] = one.index < two.index ? [one, two] : [two, one]
      const key = `${left.row.id}\n${right.row.id}`
      if (!pairs.has(key))
        pairs.set(key, { left: left.row, right: right.row, by, at: [left.index, right.index] })
    }
  return [...pairs.values()]
    .toSorted((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1])
    .map(({ left, right, by }) => ({ left, right, by }))
}

const areApart = (one: Row, two: Row): boolean =>
  (one.apart?.includes(two.id) ?? false) || (two.apart?.includes(one.id) ?? false)
