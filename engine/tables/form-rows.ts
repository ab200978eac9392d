import type { Range } from '@e965/xlsx'
import type { FormProblem } from '../../shared/faults.ts'
import type { FieldValues } from '../../shared/project/submission.ts'
import type { CellText } from './cell-text.ts'
import { fileLabels, type FieldColumn } from './form-layout.ts'
import type { FormSheet } from './form-sheets.ts'
import { cellName, rangeName } from './sheet-grid.ts'

/** A row as it stands in the form, before its file is looked up. */
export interface FormLine {
  /** Number of the row as Excel shows it. */
  readonly row: number
  /** Name of the cell with the file's name. */
  readonly fileCell: string
  readonly file: string
  readonly fields: FieldValues
}

interface Column {
  readonly index: number
  readonly label: string
  /** Undefined for the file's column. */
  readonly key: string | undefined
}
interface Cell extends CellText, Column {}

/** The rows below the header that say anything, and what is wrong with their cells. `place` is put before each cell's name. */
export function readLines(
  sheet: FormSheet,
  fields: readonly FieldColumn[],
  place: string,
): { readonly lines: FormLine[]; readonly problems: FormProblem[] } {
  const { grid, header } = sheet
  const columns = columnsOf(sheet, fields)
  const lines: FormLine[] = []
  const problems: FormProblem[] = []
  for (const row of grid.rows) {
    if (row <= header.row) continue
    const cells = columns.map((column): Cell => ({ ...column, ...grid.textAt(row, column.index) }))
    if (cells.every(({ text }) => text === '')) continue
    for (const cell of cells) problems.push(...troubleOf(cell, `${place}${cellName(row, cell.index)}`))
    lines.push({
      row: row + 1,
      fileCell: `${place}${cellName(row, sheet.file)}`,
      file: cells.find(({ key }) => key === undefined)?.text ?? '',
      fields: Object.fromEntries(cells.flatMap(({ key, text }) => (key === undefined ? [] : [[key, text]]))),
    })
  }
  const filled = lines.map(({ row }) => row - 1)
  return { lines, problems: [...problems, ...merged(grid.merges, columns, filled, place)] }
}

function columnsOf({ header, file }: FormSheet, fields: readonly FieldColumn[]): Column[] {
  const own = { index: file, label: fileLabels.file, key: undefined }
  const others = fields.flatMap(({ field }) => {
    const index = header.fields.get(field.key)
    return index === undefined ? [] : [{ index, label: field.label, key: field.key }]
  })
  return [own, ...others].toSorted((left, right) => left.index - right.index)
}

function troubleOf({ trouble, label }: Cell, cell: string): FormProblem[] {
  return trouble ? [{ ...trouble, cell, label }] : []
}

/** Merged cells leave all rows but the first blank: which text belongs to which file, only the clerk knows. */
function merged(
  merges: readonly Range[],
  columns: readonly Column[],
  filled: readonly number[],
  place: string,
): FormProblem[] {
  return merges.flatMap((range): FormProblem[] => {
    const column = columns.find(({ index }) => index >= range.s.c && index <= range.e.c)
    const row = firstFrom(filled, range.s.r)
    return column && row !== undefined && row <= range.e.r
      ? [{ problem: 'merged', range: `${place}${rangeName(range)}`, label: column.label }]
      : []
  })
}

/** The first of the sorted numbers that is not below `least`: a sheet may hold many merges and many rows. */
function firstFrom(sorted: readonly number[], least: number): number | undefined {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return sorted[low]
}
