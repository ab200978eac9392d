import ExcelJS, { type Worksheet } from 'exceljs'

/** What a clerk writes for one file, by the label above the column. */
export type FormTexts = Readonly<Record<string, string>>

export const goodTexts: FormTexts = {
  题目: '科普大篷车进校园',
  拍摄者或来源: '张三 摄',
  拍摄时间: '2023年5月20日',
  拍摄地点: '沈阳市沈河区文化路小学',
  简介: '孩子们在大篷车上操作机器人。',
}

/** A form as it lies open in Excel. */
export interface OpenForm {
  readonly sheet: Worksheet
  /** Number of the header's row. */
  readonly header: number
  /** Number of the column below a label. */
  column(label: string): number
  /** Number of the row of a file. */
  row(file: string): number
}

/** Opens a form, hands it over, and saves it under another name. */
export async function editForm(from: string, to: string, edit: (form: OpenForm) => void): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(from)
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('no sheet')
  edit(openForm(sheet))
  await workbook.xlsx.writeFile(to)
}

/** Fills a form in: the texts by the file's name in the first column; `*` for all other files. */
export const fillForm = (
  from: string,
  to: string,
  texts: Readonly<Record<string, FormTexts>>,
): Promise<void> =>
  editForm(from, to, ({ sheet, header, column }) => {
    for (let row = header + 1; row <= sheet.rowCount; row += 1) {
      const own = texts[sheet.getCell(row, 1).text] ?? texts['*'] ?? {}
      for (const [label, text] of Object.entries(own)) sheet.getCell(row, column(label)).value = text
    }
  })

function openForm(sheet: Worksheet): OpenForm {
  const rowOf = (text: string) => {
    for (let row = 1; row <= sheet.rowCount; row += 1) if (sheet.getCell(row, 1).text === text) return row
    throw new Error(`no row ${text}`)
  }
  const header = rowOf('原文件名')
  const column = (label: string) => {
    for (let at = 1; at <= sheet.columnCount; at += 1)
      if (bare(sheet.getCell(header, at).text) === label) return at
    throw new Error(`no column ${label}`)
  }
  return { sheet, header, column, row: rowOf }
}

/** `*简介（100字以内）` is 简介. */
const bare = (label: string): string => label.replace(/^\*/, '').replace(/\s*（.*）$/s, '')
