import type { Row } from '../project/submission.ts'
import type { ColumnUses } from './columns.ts'
import type { ImportReport } from './import-report.ts'
import type { RawTable } from './raw-table.ts'
import type { ListTask, TableHeader } from './table-header.ts'

/** A table with what the clerk decided about it. */
export interface TableChoice {
  readonly file: string
  readonly table: RawTable
  /** Undefined where none was found: nothing can then be taken. */
  readonly header: TableHeader | undefined
  readonly uses: ColumnUses
  /** Whether its rows are taken. Hidden sheets are not unless the clerk says so. */
  readonly taken: boolean
}

/** What an import will do to a list: applied as edits, told as a report. */
export interface ImportPlan {
  /** New rows, in the order of files, sheets and lines. */
  readonly added: readonly Row[]
  /** Rows that were there already, with the origins of lines that say the same. */
  readonly changed: readonly Row[]
  readonly report: ImportReport
}

/**
 * Takes the rows out of tables and merges those that say the same, also with rows that are in the list already. Every
 * line of every table is accounted for in the report.
 *
 * @param options.year the year of times that name none
 */
export function planImport(
  _choices: readonly TableChoice[],
  _options: {
    readonly task: ListTask
    readonly rows: readonly Row[]
    readonly year: number
    readonly newId: () => string
  },
): ImportPlan {
  return { added: [], changed: [], report: { files: [], read: 0, kept: 0, merged: [], skipped: [] } }
}

/** The choice that is proposed for a table: what was remembered for its headers, else what its headers say. */
export function proposeChoice(
  file: string,
  table: RawTable & { readonly remembered?: ColumnUses | undefined },
  _task: ListTask,
): TableChoice {
  return { file, table, header: undefined, uses: [], taken: !table.hidden }
}
