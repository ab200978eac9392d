import type { Row } from '../project/submission.ts'
import type { ColumnUses } from './columns.ts'
import type { ImportReport, SkipReason } from './import-report.ts'
import { sortLines } from './line-kind.ts'
import { fieldNamed } from './list-task.ts'
import { RowMerger } from './merge-rows.ts'
import { isBlankLine, lineText, usedColumns } from './own-cells.ts'
import type { RawTable } from './raw-table.ts'
import { type ReadRow, readRow } from './read-row.ts'
import { sectionsOf } from './table-sections.ts'
import { findTableHeader, type ListTask, proposeUses, type TableHeader } from './table-header.ts'
import { unitAbove } from './unit-above.ts'

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

interface ImportOptions {
  readonly task: ListTask
  readonly rows: readonly Row[]
  readonly year: number
  readonly newId: () => string
}

/**
 * Takes the rows out of tables and merges those that say the same, also with rows that are in the list already. Every
 * line of every table is accounted for in the report.
 *
 * @param options.year the year of times that name none
 */
export function planImport(choices: readonly TableChoice[], options: ImportOptions): ImportPlan {
  const merger = new RowMerger(options.task, options.rows, options.newId)
  const files = new Map<string, ImportReport['files'][number]>()
  const merged: ImportReport['merged'] = []
  const skipped: ImportReport['skipped'] = []
  for (const choice of choices) {
    const { file, table } = choice
    const counted: ImportReport['files'][number] = files.get(file) ?? { name: file, read: 0, kept: 0 }
    files.set(file, counted)
    for (const outcome of linesOf(choice, options)) {
      counted.read += 1
      const place = { file, sheet: table.sheet, row: outcome.line.row }
      if ('reason' in outcome) {
        skipped.push({ ...place, reason: outcome.reason, text: lineText(outcome.line) })
        continue
      }
      const same = merger.put({ ...outcome.row, place })
      if (same === undefined) {
        counted.kept += 1
        if (outcome.line.hidden) counted.hiddenRows = (counted.hiddenRows ?? 0) + 1
      } else merged.push({ origin: place, ...(same.into && { into: same.into }) })
    }
  }
  const counts = [...files.values()]
  const sum = (part: 'read' | 'kept') => counts.reduce((total, one) => total + one[part], 0)
  return {
    added: merger.added,
    changed: merger.changed,
    report: { files: counts, read: sum('read'), kept: sum('kept'), merged, skipped },
  }
}

type Outcome =
  | { readonly line: RawTable['lines'][number]; readonly reason: SkipReason }
  | { readonly line: RawTable['lines'][number]; readonly row: ReadRow & { readonly unitAbove: boolean } }

/** What becomes of each line of a table before rows are compared with each other. */
function linesOf({ table, header, uses, taken }: TableChoice, { task, year }: ImportOptions): Outcome[] {
  const refused = !taken && table.hidden ? 'hidden-sheet' : header === undefined ? 'no-header' : 'left-out'
  if (!taken || header === undefined)
    return table.lines.filter((line) => !isBlankLine(line)).map((line) => ({ line, reason: refused }))
  const sequence = new Set(task.fields.filter(({ type }) => type === 'sequence').map(({ key }) => key))
  const unitField = fieldNamed(task, 'unit')
  const values = { year, epoch: table.epoch, known: new Map<string, string>() }
  let unit: string | undefined
  return sectionsOf(table, header, uses, task).flatMap((section) => {
    unit = (unitField && unitAbove(section.above, unitField)) ?? unit
    const fromAbove = unit !== undefined && !section.uses.some((use) => use?.field === 'unit')
    const lines = sortLines(section.table, section.header, usedColumns(section.uses, sequence))
    return lines.map(({ line, reason }): Outcome => {
      if (reason !== undefined) return { line, reason }
      const { fields, original } = readRow(line, section.uses, task, values)
      const whole = fromAbove && unit !== undefined ? { ...fields, unit } : fields
      return { line, row: { fields: whole, original, unitAbove: fromAbove } }
    })
  })
}

/** The choice that is proposed for a table: what was remembered for its headers, else what its headers say. */
export function proposeChoice(
  file: string,
  table: RawTable & { readonly remembered?: ColumnUses | undefined },
  task: ListTask,
): TableChoice {
  const header = findTableHeader(table, task)
  if (header === undefined) return { file, table, header, uses: [], taken: false }
  const { remembered } = table
  const known = remembered?.length === header.labels.length ? remembered : undefined
  return { file, table, header, uses: known ?? proposeUses(header.labels, task), taken: !table.hidden }
}
