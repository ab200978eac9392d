import ExcelJS, { type Row } from 'exceljs'

/** What goes into a file's row, by the column's label; a cell that is filled already is left alone. */
export type Answers = (file: string) => Readonly<Record<string, string>>

const fileLabel = '原文件名'

/**
 * Fills in a form written by `kepuri form` as a clerk does it in Excel: only empty cells, and only what is known.
 *
 * @returns how many cells were filled
 * @throws Error where the form has no header or a column is missing
 */
export async function fillForm(path: string, answers: Answers): Promise<number> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new Error(`no sheet in ${path}`)
  const rows = sheet.getRows(1, sheet.rowCount) ?? []
  const header = rows.findIndex((row) => labelsOf(row).includes(fileLabel))
  const labels = labelsOf(rows[header])
  let filled = 0
  for (const row of rows.slice(header + 1)) {
    const file = row.getCell(labels.indexOf(fileLabel) + 1).text
    if (file === '') continue
    for (const [label, text] of Object.entries(answers(file))) {
      const column = labels.indexOf(label)
      if (column < 0) throw new Error(`no column ${label} in ${path}`)
      const cell = row.getCell(column + 1)
      if (cell.text !== '') continue
      cell.value = text
      filled += 1
    }
  }
  await workbook.xlsx.writeFile(path)
  return filled
}

/** The labels of a header row, without the mark of required columns and the limits below. */
function labelsOf(row: Row | undefined): string[] {
  const labels: string[] = []
  row?.eachCell((cell, column) => {
    labels[column - 1] = cell.text.split('\n', 1)[0]?.replace(/^\*/, '') ?? ''
  })
  return Array.from(labels, (label) => label ?? '')
}
