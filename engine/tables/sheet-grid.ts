import { utils, type CellObject, type Range, type WorkBook } from '@e965/xlsx'
import { cellText, type CellText } from './cell-text.ts'

/** A sheet's cells by row and column, counted from 0. Only what is there is visited, whatever range a sheet claims. */
export interface SheetGrid {
  readonly name: string
  /** Rows that have a cell, in order. */
  readonly rows: readonly number[]
  readonly merges: readonly Range[]
  /** Columns of the row that have a cell, in order. */
  columnsOf(row: number): readonly number[]
  cellAt(row: number, column: number): CellObject | undefined
  textAt(row: number, column: number): CellText
  /** By a filter, or by hand. */
  isHidden(row: number): boolean
}

/** Excel has no more; a damaged or forged sheet may claim it. */
const mostRows = 1_048_576
const mostColumns = 16_384

/** The workbook's sheets of cells: those a clerk can see, or all when none is visible. */
export function visibleGrids(workbook: WorkBook): SheetGrid[] {
  const visible = workbook.SheetNames.filter((_, index) => !isHiddenSheet(workbook, index))
  return (visible.length > 0 ? visible : workbook.SheetNames).flatMap((name) => gridOf(workbook, name) ?? [])
}

/** A sheet's cells by its name; undefined for a sheet that has none, such as a chart. */
export function gridOf(workbook: WorkBook, name: string): SheetGrid | undefined {
  const sheet = workbook.Sheets[name]
  const data = sheet?.['!data']
  if (!sheet || !data) return undefined
  const date1904 = isFrom1904(workbook)
  const cellAt = (row: number, column: number) => data[row]?.[column]
  return {
    name,
    rows: ownIndexes(data, mostRows),
    merges: sheet['!merges'] ?? [],
    columnsOf: (row) => ownIndexes(data[row] ?? [], mostColumns),
    cellAt,
    textAt: (row, column) => cellText(cellAt(row, column), date1904),
    isHidden: (row) => sheet['!rows']?.[row]?.hidden ?? false,
  }
}

/** Whether days are counted from 1904, as old Macs did. */
export const isFrom1904 = (workbook: WorkBook): boolean => workbook.Workbook?.WBProps?.date1904 ?? false

/** Whether the sheet at an index is hidden, or so hidden that Excel's menus do not name it. */
export const isHiddenSheet = (workbook: WorkBook, index: number): boolean =>
  (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0

/** The array may be sparse and its length absurd: only its own keys are looked at. */
const ownIndexes = (array: readonly unknown[], end: number): number[] =>
  Object.keys(array)
    .map(Number)
    .filter((index) => index < end)

/** The cell's name as Excel shows it: `E7`. */
export const cellName = (row: number, column: number): string => utils.encode_cell({ r: row, c: column })
export const rangeName = (range: Range): string => utils.encode_range(range)
