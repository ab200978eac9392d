import type { VerifyProblem } from '../../shared/packing/verify-problem.ts'
import { sortLines } from '../../shared/lists/line-kind.ts'
import { ownCells, usedColumns } from '../../shared/lists/own-cells.ts'
import type { RawTable } from '../../shared/lists/raw-table.ts'
import { findTableHeader, type ListTask, proposeUses } from '../../shared/lists/table-header.ts'
import { sequenceKeys } from '../../shared/packing/list-cells.ts'
import { listDocument } from '../../shared/packing/list-document.ts'
import { type ListPlace, type Manifest, manifestName } from '../../shared/packing/manifest.ts'

/**
 * A package of ours says where its list stands, in the document that the notice names, and nothing but fields of the
 * notice. Without that a workbook with other texts would be held against nothing.
 */
export function placeProblems({ generator, rows, list }: Manifest, task: ListTask): VerifyProblem[] {
  const document = listDocument(task)
  if (!generator.startsWith('kepuri-packager ') || !document || rows.length === 0) return []
  const keys = new Set(task.fields.map(({ key }) => key))
  const right =
    list?.document === `${document.name}.xlsx` &&
    list.uses.every((use) => use === null || keys.has(use.field))
  return right ? [] : [{ code: 'manifest-unreadable', item: manifestName, actual: 'list' }]
}

/** Whether the columns that the manifest speaks of are those that the sheet's own header names, right below it. */
export function fitsHeader(tables: readonly RawTable[], place: ListPlace, task: ListTask): boolean {
  const table = tables.find(({ sheet }) => sheet === place.sheet)
  if (!table || table.hidden) return false
  // Only what stands above the rows: among them a text may look like a header.
  const above = { ...table, lines: table.lines.filter(({ row }) => row <= place.headerRow) }
  const header = findTableHeader(above, task)
  if (!header) return false
  const uses = proposeUses(header.labels, task)
  const last = above.lines[header.last]?.row ?? 0
  const between = sortLines(above, header, usedColumns(uses, sequenceKeys(task))).filter(
    ({ line }) => line.row > last,
  )
  return (
    // A row of column numbers belongs to the header, and so do its cells that reach further down.
    between.every(({ line, reason }) => reason === 'header' || ownCells(line).length === 0) &&
    uses.every((use, column) => use === null || place.uses[column]?.field === use.field)
  )
}
