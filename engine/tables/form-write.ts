import ExcelJS, { type Worksheet } from 'exceljs'
import type { Notice } from '../../shared/notice/notice.ts'
import type { Task } from '../../shared/notice/task.ts'
import type { Unit } from '../../shared/project/unit.ts'
import { kindNames } from '../../shared/wording/kind-names.ts'
import { countWords } from '../../shared/text/word-count.ts'
import { documentText } from '../documents/document-text.ts'
import { rewriteZip, type EditPart } from '../documents/rewrite-zip.ts'
import { setLook, setText, type CellLook } from '../documents/sheet-cell.ts'
import { columnWidth, rowHeight, tallestRow } from '../documents/sheet-measures.ts'
import { addAssistance } from './form-assist.ts'
import { fieldColumns, formColumns, type FormColumn } from './form-layout.ts'
import { writeMarker } from './form-marker.ts'
import { demandText, headerText, instructions } from './form-wording.ts'
import { wordCountFormula } from './word-count-formula.ts'

/** One file of the form. */
export interface FormRow {
  /** Original path below the folder that was dropped, with `/`. */
  readonly relative: string
  /** The file's name in the package. */
  readonly name: string
  readonly kind: 'image' | 'video' | 'other'
  /** What is known already, by field key. */
  readonly fields: Readonly<Record<string, string>>
}

/** Rows of the sheet: title, instructions, demands, header; then one a file. */
const demandRow = 3
const headerRow = 4
const font = '宋体'
const plain: CellLook = { font, size: 11, border: true }
const generated: CellLook = { ...plain, fill: 'FFF2F2F2', color: 'FF595959' }
const heading: CellLook = { ...plain, size: 11, bold: true, horizontal: 'center' }

/** Title and instructions end where a small screen ends, not where the table does. */
const screenWidth = 125

/**
 * The form for a task's files as .xlsx, to be filled in with Excel or WPS and read back by `readForm`. Rows stay in the
 * given order; every value is text, also where it begins with `=`. Optional fields get a column when a row fills them.
 */
export async function writeForm(options: {
  readonly notice: Notice
  readonly task: Task
  readonly unit?: Unit
  readonly rows: readonly FormRow[]
  /** Date of the file's properties; the same content and date give the same bytes. */
  readonly now?: Date
}): Promise<Buffer> {
  const { notice, task, unit, rows } = options
  const now = options.now ?? new Date()
  const fields = fieldColumns(task, ({ key }) => rows.some((row) => (row.fields[key] ?? '').trim() !== ''))
  const columns = formColumns(fields)
  const title = `${notice.shortTitle} ${task.title} 填写表${unit ? `（${unit.name}）` : ''}`
  const workbook = new ExcelJS.Workbook()
  Object.assign(workbook, {
    title: documentText(title),
    creator: documentText(unit?.name ?? ''),
    created: now,
    modified: now,
  })
  const sheet = workbook.addWorksheet('填写表')
  const choices = writeMarker(workbook, notice, task, fields)
  for (const [index, { width }] of columns.entries()) sheet.getColumn(index + 1).width = columnWidth(width)
  writeHead(sheet, columns, title, instructions(fields))
  for (const [index, row] of rows.entries()) writeRow(sheet, headerRow + 1 + index, columns, row)
  const range = { first: headerRow + 1, last: headerRow + rows.length }
  if (rows.length > 0) addAssistance(sheet, columns, task, choices, range)
  setPage(sheet, columns, rows.length)
  return rewriteZip(Buffer.from(await workbook.xlsx.writeBuffer()), now, freeHeights)
}

/**
 * exceljs marks every height as set by hand, and such a row does not grow while a clerk types. Without the mark the
 * height is only where Excel and WPS begin.
 */
const freeHeights: EditPart = (name, content) =>
  name === 'xl/worksheets/sheet1.xml'
    ? content().replace(/(<row r="(\d+)"[^>]*?) customHeight="1"/g, (whole, open: string, row: string) =>
        Number(row) > headerRow ? open : whole,
      )
    : undefined

function writeHead(sheet: Worksheet, columns: readonly FormColumn[], title: string, text: string): void {
  let units = 0
  let last = 0
  while (last < columns.length && units + (columns[last]?.width ?? 0) <= screenWidth)
    units += columns[last++]?.width ?? 0
  setText(sheet.getCell(1, 1), title, { font: '黑体', size: 16 })
  sheet.getRow(1).height = 28
  setText(sheet.getCell(2, 1), text, { font, size: 10, vertical: 'top' })
  sheet.getRow(2).height = Math.min(rowHeight([{ text, units }], 10), 120)
  for (const row of [1, 2]) if (last > 1) sheet.mergeCells(row, 1, row, last)
  for (const [index, column] of columns.entries()) {
    const fill = column.role === 'field' ? 'FFDDEBF7' : 'FFD9D9D9'
    const color = column.role === 'field' && column.required ? 'FFC00000' : 'FF595959'
    setText(sheet.getCell(demandRow, index + 1), demandText(column), {
      ...plain,
      size: 9,
      horizontal: 'center',
      fill,
      color,
    })
    setText(sheet.getCell(headerRow, index + 1), headerText(column), { ...heading, fill })
  }
  sheet.getRow(demandRow).height = 18
  sheet.getRow(headerRow).height = 26
}

function writeRow(sheet: Worksheet, number: number, columns: readonly FormColumn[], row: FormRow): void {
  let text = ''
  for (const [index, column] of columns.entries()) {
    const cell = sheet.getCell(number, index + 1)
    switch (column.role) {
      case 'file':
        setText(cell, row.relative, generated)
        break
      case 'name':
        setText(cell, row.name, generated)
        break
      case 'kind':
        setText(cell, kindNames[row.kind], { ...generated, horizontal: 'center' })
        break
      case 'field':
        text = row.fields[column.field.key] ?? ''
        setText(cell, text, plain)
        break
      case 'count': {
        const counted = sheet.getCell(number, index).address
        const result = text === '' ? '' : countWords(text).words
        cell.value = { formula: wordCountFormula(counted, column.limit.bound), result }
        setLook(cell, { ...generated, horizontal: 'center' })
      }
    }
  }
  const texts = columns.map((column, index) => ({
    text: sheet.getCell(number, index + 1).text,
    units: column.width,
  }))
  sheet.getRow(number).height = Math.min(Math.max(rowHeight(texts, plain.size), 24), tallestRow)
}

function setPage(sheet: Worksheet, columns: readonly FormColumn[], rows: number): void {
  const { letter } = sheet.getColumn(columns.length)
  const active = `${sheet.getColumn(4).letter}${headerRow + 1}`
  // Only the first column stays in sight beside the header: more would fill a small screen.
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: headerRow, activeCell: active, zoomScale: 100 }]
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    // exceljs puts a `$` before each end itself.
    printTitlesRow: `${headerRow}:${headerRow}`,
    printArea: `A$1:${letter}$${headerRow + rows}`,
    margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
  }
  sheet.headerFooter.oddFooter = '&C&"宋体,常规"&10第 &P 页 共 &N 页'
}
