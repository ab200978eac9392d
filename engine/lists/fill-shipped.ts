import type { Worksheet } from 'exceljs'
import { type ListContent, usesOf } from '../../shared/packing/list-document.ts'
import { documentText } from '../documents/document-text.ts'
import { withCommonFont } from '../documents/common-font.ts'
import { rewriteZip } from '../documents/rewrite-zip.ts'
import { rowHeight, tallestRow } from '../documents/sheet-measures.ts'
import { addChoices } from './list-choices.ts'
import type { WrittenList } from './list-place.ts'
import { type ShippedLook, shippedLook } from './shipped-look.ts'
import { type FilledColumn, type Filling, layOut, sized } from './shipped-columns.ts'
import { put, writeHeading } from './shipped-heading.ts'

/** Fills the workbook that is shipped: as many rows as the list has, optional columns in between, one page wide. */
export async function fillShipped(template: Buffer, filling: Filling): Promise<WrittenList> {
  const { task, content, unit, now } = filling
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(template as unknown as Parameters<typeof workbook.xlsx.load>[0])
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('the template has no sheet')
  const own = content.columns.filter(({ added }) => !added)
  const look = shippedLook(
    template,
    sheet,
    own.map(({ label }) => label),
  )
  const columns = layOut(look, filling)
  writeHeading(sheet, look, columns, filling)
  writeTable(sheet, look, columns, content)
  const last = look.header + Math.max(content.rows.length, 1)
  addChoices(sheet, task, content.columns, { first: look.header + 1, last })
  setPrint(sheet, look.header, columns.length, last)
  const author = documentText(unit ?? '')
  Object.assign(workbook, { title: documentText(content.title), creator: author, lastModifiedBy: author })
  Object.assign(workbook, { created: now, modified: now })
  return {
    content: rewriteZip(Buffer.from(await workbook.xlsx.writeBuffer()), now, withCommonFont),
    spot: { sheet: sheet.name, headerRow: look.header, uses: usesOf(content.columns) },
  }
}

function writeTable(
  sheet: Worksheet,
  look: ShippedLook,
  columns: readonly FilledColumn[],
  content: ListContent,
): void {
  for (const [index, { units, label }] of columns.entries()) {
    sheet.getColumn(index + 1).width = units
    const cell = sheet.getCell(look.header, index + 1)
    put(cell, content.columns[index]?.label ?? '')
    cell.style = label
  }
  fitHeight(
    sheet,
    look.header,
    content.columns.map(({ label }) => label),
    columns,
  )
  // An empty list keeps one blank row: without it there is no table to see.
  const rows = content.rows.length > 0 ? content.rows : [[]]
  for (const [index, texts] of rows.entries()) writeRow(sheet, look.header + 1 + index, texts, columns)
  for (let row = look.header + 1 + rows.length; row <= look.last; row += 1) {
    for (const column of columns.keys()) sheet.getCell(row, column + 1).style = {}
    Object.assign(sheet.getRow(row), { height: undefined })
  }
}

function writeRow(
  sheet: Worksheet,
  row: number,
  texts: readonly string[],
  columns: readonly FilledColumn[],
): void {
  const size = fitHeight(sheet, row, texts, columns)
  for (const [index, { cell: style, numbered }] of columns.entries()) {
    const cell = sheet.getCell(row, index + 1)
    const text = texts[index] ?? ''
    if (numbered && text !== '') cell.value = Number(text)
    else put(cell, text)
    cell.style = size === style.font?.size ? style : sized(style, size)
  }
}

/**
 * Makes a row as high as its texts need; what would not go onto half a page gets smaller letters.
 *
 * @returns the size of letters
 */
function fitHeight(
  sheet: Worksheet,
  row: number,
  texts: readonly string[],
  columns: readonly FilledColumn[],
): number {
  const cells = columns.map(({ units }, index) => ({ text: texts[index] ?? '', units }))
  const own = columns[0]?.cell.font?.size ?? 10.5
  const sizes = [own, 9, 7.5, 6.5, 5.5].filter((one) => one <= own)
  const size = sizes.find((one) => rowHeight(cells, one) <= tallestShown) ?? 5
  sheet.getRow(row).height = Math.min(Math.max(rowHeight(cells, size), leastHeight), tallestRow)
  return size
}

const leastHeight = 24
/** In points: below Excel's tallest, and the header goes onto the page as well. */
const tallestShown = 380

/** What exceljs makes up when it reads a page: a printer of 4294967295 dots an inch among it. */
const readInVain = {
  scale: undefined,
  horizontalDpi: undefined,
  verticalDpi: undefined,
  firstPageNumber: undefined,
  useFirstPageNumber: undefined,
  copies: undefined,
}

function setPrint(sheet: Worksheet, header: number, columns: number, last: number): void {
  // exceljs puts a `$` before each end itself: more of them here, and Excel finds no reference at all.
  const printTitlesRow = `${header}:${header}`
  const printArea = `A$1:${sheet.getColumn(columns).letter}$${last}`
  Object.assign(sheet.pageSetup, readInVain, { printTitlesRow, printArea })
}
