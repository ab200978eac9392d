import type { Task } from '../notice/task.ts'
import type { ColumnUses } from './columns.ts'
import type { RawTable } from './raw-table.ts'

/** A task that is a list. */
export type ListTask = Extract<Task, { kind: 'table' }>

/** Where a table's header stands. */
export interface TableHeader {
  /** Indexes into the table's lines, both included: a header may have two rows or three. */
  readonly first: number
  readonly last: number
  /** Header text by column; of a header in two rows both texts, `联系方式／手机`, one where they are the same. */
  readonly labels: readonly string[]
}

/** The best header among a table's first lines; undefined where no line looks like one. */
export function findTableHeader(_table: RawTable, _task: ListTask): TableHeader | undefined {
  return undefined
}

/** Header texts as one key: tables with equal keys have equal columns. */
export const headerKey = (labels: readonly string[]): string => labels.join('\t')

/** What each column probably holds, by the notice's synonyms; each field at most once. */
export function proposeUses(labels: readonly string[], _task: ListTask): ColumnUses {
  return labels.map(() => null)
}
