import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'

/** Chooses an entry of 用 Excel 填写. */
export async function excelMenu(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: '用 Excel 填写' }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

/** What the browser saves when the entry is chosen, as exceljs reads it. */
export async function exported(
  page: Page,
  entry: string,
): Promise<{ readonly name: string; readonly book: ExcelJS.Workbook; readonly file: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), excelMenu(page, entry)])
  const book = new ExcelJS.Workbook()
  const file = await download.path()
  await book.xlsx.readFile(file)
  return { name: download.suggestedFilename(), book, file }
}

/** The rows of the first sheet by their header, which stands in the first row that has the column. */
export function tableOf(book: ExcelJS.Workbook, column: string) {
  const sheet = book.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  const titleOf = (text: string) => text.replaceAll(/[*＊\s]/g, '').replace(/（.*$/s, '')
  let header = 0
  const columns = new Map<string, number>()
  sheet.eachRow((row, number) => {
    if (header > 0) return
    row.eachCell((cell, at) => columns.set(titleOf(cell.text), at))
    if (columns.has(column)) header = number
    else columns.clear()
  })
  const rows = sheet.getRows(header + 1, Math.max(0, sheet.rowCount - header)) ?? []
  return {
    columns: [...columns.keys()],
    rows: rows.filter((row) => row.hasValues),
    cell: (row: ExcelJS.Row, title: string) => row.getCell(columns.get(title) ?? 0),
  }
}

/** Hands a filled-in form back to the window. */
export async function importForm(page: Page, file: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), excelMenu(page, '导入填好的表')])
  await chooser.setFiles(file)
}
