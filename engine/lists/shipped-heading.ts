import type { Cell, Worksheet } from 'exceljs'
import { sheetText } from '../documents/document-text.ts'
import { emUnits, rowHeight, tallestRow } from '../documents/sheet-measures.ts'
import { widthOf } from '../../shared/paper/text-lines.ts'
import type { FilledColumn, Filling } from './shipped-columns.ts'
import type { ShippedLook } from './shipped-look.ts'

/** Annex label, title and preamble stay in the first column, each across the whole table. */
export function writeHeading(
  sheet: Worksheet,
  look: ShippedLook,
  columns: readonly FilledColumn[],
  { content, unit }: Filling,
): void {
  const { annexLabel, title, preamble } = content
  const rows = Array.from({ length: look.header - 1 }, (_, index) => index + 1)
  for (const row of rows) {
    sheet.unMergeCells(row, 1, row, look.cells.length)
    if (columns.length > 1) sheet.mergeCells(row, 1, row, columns.length)
  }
  const [annexRow = 1, titleRow = 2, ...preambleRows] = rows
  put(sheet.getCell(annexRow, 1), annexLabel ?? '')
  put(sheet.getCell(titleRow, 1), title)
  if (unit === undefined) return
  const across = columns.reduce((all, { units }) => all + units, 0)
  for (const [index, row] of preambleRows.entries()) {
    const cell = sheet.getCell(row, 1)
    const size = cell.font?.size ?? 12
    // The pack may have more lines than the template has rows: the last takes them all.
    const rest = index === preambleRows.length - 1 ? preamble.slice(index) : preamble.slice(index, index + 1)
    const text = spreadOut(rest.join('　　'), across / emUnits(size))
    put(cell, text)
    const needed = rowHeight([{ text, units: across }], size)
    sheet.getRow(row).height = Math.max(sheet.getRow(row).height ?? 0, Math.min(needed, tallestRow))
  }
}

/** Two or more wide spaces part the entries of the line: they take what room there is, in equal shares. */
function spreadOut(line: string, width: number): string {
  const parts = line.split(/　{2,}/u)
  const room = width - 1 - parts.reduce((all, part) => all + widthOf(part), 0)
  const gap = Math.min(Math.max(Math.floor(room / Math.max(parts.length - 1, 1)), 2), 8)
  return parts.join('　'.repeat(gap))
}

/** The format of the cell is the template's: text. */
export function put(cell: Cell, text: string): void {
  cell.value = text === '' ? null : sheetText(text)
}
