import type { WorkBook } from '@e965/xlsx'
import type { FormProblem } from '../../shared/faults.ts'
import { findHeader, type FormHeader } from './form-header.ts'
import { fileLabels, type FieldColumn } from './form-layout.ts'
import { visibleGrids, type SheetGrid } from './sheet-grid.ts'

/** A sheet whose columns are all found. */
export interface FormSheet {
  readonly grid: SheetGrid
  readonly header: FormHeader
  readonly file: number
}
export type FormSheets =
  | { readonly ok: true; readonly sheets: readonly FormSheet[] }
  | { readonly ok: false; readonly problems: readonly FormProblem[] }

/** The header stands among a sheet's first rows, below titles and instructions. */
const headerRows = 15

/**
 * The visible sheets that are forms: one is usual, but clerks part pictures and videos, or several hands fill one book.
 * Sheets without the labels are the clerk's own notes.
 */
export function findFormSheets(workbook: WorkBook, fields: readonly FieldColumn[]): FormSheets {
  const found = visibleGrids(workbook).flatMap((grid) => {
    const header = findHeader(headerTexts(grid), fields)
    return header ? [{ grid, header }] : []
  })
  const complete = found.flatMap(({ grid, header }) =>
    header.file !== undefined && header.missing.length === 0 ? [{ grid, header, file: header.file }] : [],
  )
  const repeated = complete.flatMap(({ header }) =>
    header.repeated.map((label): FormProblem => ({ problem: 'repeated-header', label })),
  )
  if (repeated.length > 0) return { ok: false, problems: repeated }
  return complete.length > 0
    ? { ok: true, sheets: complete }
    : { ok: false, problems: [noHeader(found, fields)] }
}

/** What the sheet that comes nearest to a form lacks. */
function noHeader(
  found: readonly { readonly header: FormHeader }[],
  fields: readonly FieldColumn[],
): FormProblem {
  const all = [fileLabels.file, ...fields.filter(({ required }) => required).map(({ field }) => field.label)]
  const missing = found.reduce(
    (least, { header }) => (header.missing.length < least.length ? header.missing : least),
    all as readonly string[],
  )
  return { problem: 'no-header', missing: [...missing] }
}

function headerTexts(grid: SheetGrid): string[][] {
  const texts: string[][] = Array.from({ length: headerRows }, () => [])
  for (const row of grid.rows) {
    const line = texts[row]
    // A label is short; a row of long texts is a row of instructions or of data.
    if (line)
      for (const column of grid.columnsOf(row)) line[column] = grid.textAt(row, column).text.slice(0, 200)
  }
  return texts
}
