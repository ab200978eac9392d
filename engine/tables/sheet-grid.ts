import { utils, type Range, type WorkBook } from '@e965/xlsx'
import { cellText, type CellText } from './cell-text.ts'

/** A sheet's cells by row and column, counted from 0. Only what is there is visited, whatever range a sheet claims. */
export interface SheetGrid {
  readonly name: string
  /** Rows that have a cell, in order. */
  readonly rows: readonly number[]
  readonly merges: readonly Range[]
  /** Columns of the row that have a cell, in order. */
  columnsOf(row: number): readonly number[]
  textAt(row: number, column: number): CellText
}

/** Excel has no more; a damaged or forged sheet may claim it. */
const mostRows = 1_048_576
const mostColumns = 16_384

/** The workbook's sheets of cells: those a clerk can see, or all when none is visible. */
export function visibleGrids(workbook: WorkBook): SheetGrid[] {
  const hidden = (index: number): boolean => (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
  const visible = workbook.SheetNames.filter((_, index) => !hidden(index))
  return (visible.length > 0 ? visible : workbook.SheetNames).flatMap((name) => gridOf(workbook, name) ?? [])
}

function gridOf(workbook: WorkBook, name: string): SheetGrid | undefined {
  const sheet = workbook.Sheets[name]
  const data = sheet?.['!data']
  if (!sheet || !data) return undefined
  const date1904 = workbook.Workbook?.WBProps?.date1904 ?? false
  return {
    name,
    rows: ownIndexes(data, mostRows),
    merges: sheet['!merges'] ?? [],
    columnsOf: (row) => ownIndexes(data[row] ?? [], mostColumns),
    textAt: (row, column) => cellText(data[row]?.[column], date1904),
  }
}

/** The array may be sparse and its length absurd: only its own keys are looked at. */
const ownIndexes = (array: readonly unknown[], end: number): number[] =>
  Object.keys(array)
    .map(Number)
    .filter((index) => index < end)

/** The cell's name as Excel shows it: `E7`. */
export const cellName = (row: number, column: number): string => utils.encode_cell({ r: row, c: column })
export const rangeName = (range: Range): string => utils.encode_range(range)
