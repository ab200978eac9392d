import { read, utils, write, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { Fault, type FormProblem } from '../../shared/faults.ts'
import { rewriteZip } from '../documents/rewrite-zip.ts'
import { fieldColumns } from './form-layout.ts'
import { formOf, type ReadForm } from './form-read.ts'
import { task } from './form.fixture.ts'
import { readSheets } from './read-sheets.ts'

/** A form as a clerk has changed it: cells set as Excel would, saved by another program. */
export function edited(
  form: Buffer,
  edit: (sheet: WorkSheet, workbook: WorkBook) => void,
  type: 'xlsx' | 'biff8' = 'xlsx',
): Buffer {
  const workbook = read(form, { cellFormula: true, cellNF: true })
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? '']
  if (!sheet) throw new Error('no sheet')
  edit(sheet, workbook)
  return write(workbook, { type: 'buffer', bookType: type }) as Buffer
}

/** Sets a cell, or clears it with null, and makes the sheet's range hold it. */
export function put(sheet: WorkSheet, cell: string, value: string | number | boolean | null): void {
  if (value === null) delete sheet[cell]
  else utils.sheet_add_aoa(sheet, [[value]], { origin: cell })
}

export const sheetOf = (rows: readonly (readonly unknown[])[]): WorkSheet =>
  utils.aoa_to_sheet(rows.map((row) => [...row]))

/** A workbook of one sheet made by another program. */
export function bookOf(rows: readonly (readonly unknown[])[]): Buffer {
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, sheetOf(rows), '表1')
  return write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

/** A workbook whose first sheet's XML is `xml`, whatever that claims. */
export function bookWithSheet(xml: string): Buffer {
  const start = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
  return rewriteZip(bookOf([['x']]), new Date(2023, 7, 1), (name) =>
    name === 'xl/worksheets/sheet1.xml' ? `${start}${xml}</worksheet>` : undefined,
  )
}

export const header = [
  '原文件名',
  '新文件名',
  '类型',
  '题目',
  '拍摄者或来源',
  '拍摄时间',
  '拍摄地点',
  '简介',
] as const
export const goodRow = (file: string): string[] => [
  file,
  '新.jpg',
  '图片',
  '题',
  '张三',
  '2023-05-20',
  '沈阳',
  '简介',
]

/** As `readForm` reads it, without its thread. */
export const readBook = async (
  content: Buffer,
  known: readonly string[],
  path = 'form.xlsx',
): Promise<ReadForm> =>
  formOf(
    await readSheets(
      content,
      fieldColumns(task, () => true),
    ),
    { path, known },
  )

/** The problems for which a form is refused. */
export async function problemsOf(
  content: Buffer,
  known: readonly string[] = ['a.jpg', 'b.jpg'],
): Promise<FormProblem[]> {
  try {
    await readBook(content, known)
  } catch (error) {
    if (error instanceof Fault && error.data.code === 'form-invalid') return error.data.problems
    throw error
  }
  return []
}
