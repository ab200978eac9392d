import type { Row, Style, Worksheet } from 'exceljs'
import { cellFormats } from './cell-formats.ts'
import { sheetCells } from './sheet-cells.ts'
import { workbookMap } from './workbook-map.ts'

/** What the workbook that is shipped says about the look of a list, by column of its own. */
export interface ShippedLook {
  /** Numbers of rows, from 1. */
  readonly header: number
  /** The last row with borders. */
  readonly last: number
  readonly labels: readonly Partial<Style>[]
  readonly cells: readonly Partial<Style>[]
  /** Of the letters in the table, in points. */
  readonly size: number
  /** In units of column width. */
  readonly widths: readonly number[]
}

/**
 * Reads the look off the workbook: the header is the row with the list's labels, the row below it shows how cells look.
 *
 * @throws Error when the workbook is not made for this list; a test keeps both together
 */
export function shippedLook(template: Buffer, sheet: Worksheet, labels: readonly string[]): ShippedLook {
  const columns = labels.map((_, index) => index + 1)
  const texts = (row: Row) => columns.map((column) => row.getCell(column).text)
  const rows = Array.from({ length: sheet.rowCount }, (_, index) => sheet.getRow(index + 1))
  const header = rows.find((row) => texts(row).join('\t') === labels.join('\t'))
  if (!header) throw new Error(`no header in the template: ${labels.join('、')}`)
  const pattern = sheet.getRow(header.number + 1)
  return {
    header: header.number,
    last: sheet.rowCount,
    labels: columns.map((column) => copyOf(header.getCell(column).style)),
    cells: columns.map((column) => copyOf(pattern.getCell(column).style)),
    size: sizeAt(template, sheet.name, pattern.number),
    widths: columns.map((column) => sheet.getColumn(column).width ?? 9),
  }
}

/** exceljs reads 五号, 10.5 points, as 10. */
function sizeAt(template: Buffer, sheet: string, row: number): number {
  const map = workbookMap(template)
  const cells = sheetCells(map.textOf(map.sheets.get(sheet) ?? ''))
  return cellFormats(map.textOf(map.styles)).sizeOf(cells.styleOf(row, 1))
}

/** exceljs gives equal cells one object: what is set on one would be set on all. */
const copyOf = (style: Partial<Style>): Partial<Style> => structuredClone(style)
