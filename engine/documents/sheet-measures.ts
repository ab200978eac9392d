import { countLines } from '../../shared/paper/text-lines.ts'

/** One unit of a column's width is one digit of the workbook's default font (Calibri 11), 7 pixels at 96 dpi. */
const pixelsPerUnit = 7
const pixelsPerPoint = 96 / 72

/** Units of column width in so many millimetres of paper. */
export const columnUnits = (millimetres: number): number => ((millimetres / 25.4) * 96) / pixelsPerUnit

/** A width that exceljs writes: it takes exactly 9 for “not set” and drops it. */
export const columnWidth = (units: number): number => (units === 9 ? 9.01 : units)

/** The width of a Chinese character of the size (points), in units of column width. */
export const emUnits = (size: number): number => (size * pixelsPerPoint) / pixelsPerUnit

/** What a cell keeps free beside its text, in units of column width. */
export const cellPadding = 8 / pixelsPerUnit

/** The height in points of so many lines; room for substitute fonts, which are taller than 仿宋. */
const linesHeight = (lines: number, size: number): number => Math.ceil(lines * size * 1.5 + 5)

/** Excel allows no taller row. */
export const tallestRow = 409

/** The height in points that a row of texts needs, each text in a column of so many units. */
export function rowHeight(
  cells: readonly { readonly text: string; readonly units: number }[],
  size: number,
): number {
  const lines = cells.map(({ text, units }) => countLines(text, (units - cellPadding) / emUnits(size)))
  return linesHeight(Math.max(1, ...lines), size)
}
