import type { ImportRecord, SkipReason } from '../../../../shared/lists/import-report.ts'
import type { ImportPlan } from '../../../../shared/lists/plan-import.ts'
import type { ListTask } from '../../../../shared/lists/table-header.ts'
import type { Edit } from '../../../../shared/project/edit.ts'
import type { Row } from '../../../../shared/project/submission.ts'
import { tableKey } from './incoming-tables.ts'

/** Optional fields that rows fill and that the list does not show yet, in the notice's order. */
export const columnsToShow = (
  { fields }: Pick<ListTask, 'fields'>,
  { added, changed }: Pick<ImportPlan, 'added' | 'changed'>,
  shown: readonly string[],
): ListTask['fields'] =>
  fields.filter(
    ({ key, optional }) =>
      optional === true &&
      !shown.includes(key) &&
      [...added, ...changed].some((row) => (row.fields[key] ?? '').trim() !== ''),
  )

interface Importing {
  readonly task: ListTask
  readonly plan: ImportPlan
  /** The record's own. */
  readonly record: Pick<ImportRecord, 'id' | 'at'>
  /** Optional fields that are shown already, and those that come to it. */
  readonly shown: readonly string[]
  readonly show: readonly string[]
}

/** An import as edits, to be made in one step. */
export function importEdits({ task, plan, record, shown, show }: Importing): Edit[] {
  const { added, changed, report } = plan
  const columns = task.fields.map(({ key }) => key).filter((key) => shown.includes(key) || show.includes(key))
  return [
    ...(added.length > 0
      ? [{ type: 'add-rows' as const, task: task.id, rows: added.map((row) => ({ row })) }]
      : []),
    ...(changed.length > 0 ? [{ type: 'put-rows' as const, task: task.id, rows: [...changed] }] : []),
    ...(show.length > 0 ? [{ type: 'set-columns' as const, task: task.id, columns }] : []),
    { type: 'record-import', task: task.id, record: { ...record, report } },
  ]
}

/** How many of each table's lines are taken, as rows of their own or merged into others; by `tableKey`. */
export function takenByTable({ added, report }: ImportPlan): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const origins = [
    ...added.flatMap(({ origins: [first] = [] }: Row) => (first ? [first] : [])),
    ...report.merged.map(({ origin }) => origin),
  ]
  for (const { file, sheet } of origins) {
    const key = tableKey(file, sheet)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** How many lines are passed over for each reason, the most frequent first. */
export function skippedByReason(
  skipped: readonly { readonly reason: SkipReason }[],
): (readonly [SkipReason, number])[] {
  const counts = new Map<SkipReason, number>()
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)
}
