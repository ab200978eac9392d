import ExcelJS, { type Row, type Worksheet } from 'exceljs'
import { balanceColumns } from '../../shared/paper/balanced-columns.ts'
import { layColumns } from '../../shared/paper/column-layout.ts'
import { documentText } from './document-text.ts'
import { withCommonFont } from './common-font.ts'
import { rewriteZip } from './rewrite-zip.ts'
import { fonts, sizes } from '../../shared/paper/fonts.ts'
import {
  footerDistance,
  inches,
  marginsOf,
  printableHeight,
  printableWidth,
} from '../../shared/paper/page-layout.ts'
import { setText, type CellLook } from './sheet-cell.ts'
import { cellPadding, columnUnits, columnWidth, emUnits, rowHeight, tallestRow } from './sheet-measures.ts'
import { markedGround, type TableDocument } from '../../shared/paper/table-document.ts'

/**
 * The document as .xlsx: the same content and order as the Word file, every cell text, rows high enough for their
 * texts, one page wide, header repeated in print. The same document and `now` give the same bytes.
 */
export async function writeWorkbook(
  doc: TableDocument,
  options: { readonly now?: Date } = {},
): Promise<Buffer> {
  const now = options.now ?? new Date()
  const workbook = new ExcelJS.Workbook()
  Object.assign(workbook, {
    title: documentText(doc.properties.title),
    creator: documentText(doc.properties.author),
    lastModifiedBy: documentText(doc.properties.author),
    subject: documentText(doc.properties.subject ?? ''),
    description: documentText(doc.properties.description ?? ''),
    language: 'zh-CN',
    created: now,
    modified: now,
  })
  const sheet = workbook.addWorksheet(sheetName(doc.title))
  const columns = setColumns(sheet, doc)
  const rows = writeTable(sheet, doc, columns, writeHeading(sheet, doc, columns))
  setPage(sheet, doc, rows)
  return rewriteZip(Buffer.from(await workbook.xlsx.writeBuffer()), now, withCommonFont)
}

/** Excel allows 31 characters and none of `[]:*?/\`; an apostrophe would upset references to the sheet. */
export function sheetName(title: string): string {
  const name = documentText(title)
    .replace(/[[\]:*?/\\'\n]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 31)
  return name.replace(/[\uD800-\uDBFF]$/, '').trim() || '表'
}

interface SheetColumn {
  readonly units: number
  readonly align: 'center' | 'left'
}

/** Laid out in hundredths of a unit, a little narrower than the page, so that print needs no scaling. */
function setColumns(sheet: Worksheet, doc: TableDocument): SheetColumn[] {
  const total = Math.floor(columnUnits(printableWidth(doc.orientation, marginsOf(doc))) * 99)
  const measures = { total, em: emUnits(tableSize(doc)) * 100, padding: cellPadding * 100 }
  const columns = doc.compact ? layColumns(doc, measures) : balanceColumns(doc, measures)
  return columns.map(({ width, align }, index) => {
    const units = columnWidth(width / 100)
    sheet.getColumn(index + 1).width = units
    return { units, align }
  })
}

/** Annex label, title and preamble, each across the whole table. Returns the number of the next row. */
function writeHeading(sheet: Worksheet, doc: TableDocument, columns: readonly SheetColumn[]): number {
  const across = columns.reduce((all, { units }) => all + units, 0)
  let row = 1
  const line = (text: string, look: CellLook, extra = 0) => {
    setText(sheet.getCell(row, 1), text, look)
    if (columns.length > 1) sheet.mergeCells(row, 1, row, columns.length)
    sheet.getRow(row).height = Math.min(rowHeight([{ text, units: across }], look.size) + extra, tallestRow)
    row++
  }
  if (doc.annexLabel !== undefined) line(doc.annexLabel, { font: fonts.heading, size: sizes.annex })
  line(doc.title, { font: fonts.title, size: sizes.title, horizontal: 'center' }, 8)
  for (const text of doc.preamble) line(text, { font: fonts.text, size: sizes.preamble })
  return row
}

/** Header and rows from the given row on. Returns where they lie. */
function writeTable(
  sheet: Worksheet,
  doc: TableDocument,
  columns: readonly SheetColumn[],
  header: number,
): { readonly header: number; readonly last: number } {
  const labels = doc.columns.map(({ label }) => label)
  const heading = columns.map(({ units }) => ({ units, align: 'center' as const }))
  const size = tableSize(doc)
  writeRow(sheet.getRow(header), labels, heading, { font: fonts.heading, size, border: true })
  const page = inches(printableHeight(doc.orientation, marginsOf(doc))) * 72
  for (const [index, row] of doc.rows.entries()) {
    const texts = columns.map((_, column) => row[column] ?? '')
    const fitting = fittingSize(texts, columns, page - (sheet.getRow(header).height ?? 0), size)
    const look = {
      font: fonts.text,
      size: fitting,
      border: true,
      ...(doc.marked?.has(index) && { fill: `FF${markedGround}` }),
    }
    writeRow(sheet.getRow(header + 1 + index), texts, columns, look)
  }
  return { header, last: header + doc.rows.length }
}

function writeRow(row: Row, texts: readonly string[], columns: readonly SheetColumn[], look: CellLook): void {
  for (const [index, text] of texts.entries())
    setText(row.getCell(index + 1), text, { ...look, horizontal: columns[index]?.align ?? 'left' })
  row.height = Math.min(Math.max(rowHeight(withUnits(texts, columns), look.size), 24), tallestRow)
}

const withUnits = (texts: readonly string[], columns: readonly SheetColumn[]) =>
  texts.map((text, index) => ({ text, units: columns[index]?.units ?? 1 }))

/** 五号, in working lists 小五. */
const tableSize = ({ compact = false }: TableDocument): number => (compact ? 9 : sizes.table)

/** The table's size, or the largest smaller one at which the row goes onto a page and below Excel's tallest: no text is cut. */
function fittingSize(
  texts: readonly string[],
  columns: readonly SheetColumn[],
  page: number,
  size: number,
): number {
  const cells = withUnits(texts, columns)
  const tallest = Math.min(tallestRow, page)
  const smaller = [9, 7.5, 6.5, 5.5].filter((one) => one < size)
  return [size, ...smaller].find((one) => rowHeight(cells, one) <= tallest) ?? 5
}

function setPage(
  sheet: Worksheet,
  doc: TableDocument,
  rows: { readonly header: number; readonly last: number },
): void {
  const lastColumn = sheet.getColumn(doc.columns.length).letter
  const margins = marginsOf(doc)
  sheet.views = [{ state: 'frozen', ySplit: rows.header, showGridLines: false }]
  sheet.pageSetup = {
    paperSize: 9,
    orientation: doc.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    // exceljs puts a `$` before each end itself: more of them here, and Excel finds no reference at all.
    printTitlesRow: `${rows.header}:${rows.header}`,
    printArea: `A$1:${lastColumn}$${rows.last}`,
    margins: {
      top: inches(margins.top),
      right: inches(margins.right),
      bottom: inches(margins.bottom),
      left: inches(margins.left),
      header: 0.3,
      footer: inches(Math.min(footerDistance, margins.bottom / 2)),
    },
  }
  sheet.headerFooter.oddFooter = `&C&"${fonts.page},常规"&10第 &P 页 共 &N 页`
}
