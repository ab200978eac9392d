import type { Cell, Workbook } from 'exceljs'
import type { Notice } from '../../shared/notice/notice.ts'
import type { Task } from '../../shared/notice/task.ts'
import { sheetText } from '../documents/document-text.ts'
import type { FieldColumn } from './form-layout.ts'

/** Version of the form's layout. Reading goes by the labels; this is for whoever must find out where a form came from. */
const formVersion = 1

const markerSheet = 'kepuri'

/** Where the choices of a field lie, as a validation refers to them: `kepuri!$D$2:$D$10`. */
export type ChoiceRanges = ReadonlyMap<string, string>

/**
 * A sheet that Excel's menus do not show: the form's version, notice and task, and the lists behind the drop-downs. In
 * the validation itself a list may have 255 characters, and no commas in its entries.
 */
export function writeMarker(
  workbook: Workbook,
  notice: Notice,
  task: Task,
  fields: readonly FieldColumn[],
): ChoiceRanges {
  const sheet = workbook.addWorksheet(markerSheet, { state: 'veryHidden' })
  const facts = { form: String(formVersion), notice: notice.id, version: notice.version, task: task.id }
  for (const [index, [key, value]] of Object.entries(facts).entries()) {
    put(sheet.getCell(index + 1, 1), key)
    put(sheet.getCell(index + 1, 2), value)
  }
  const ranges = new Map<string, string>()
  for (const { field } of fields) {
    if (!field.choices) continue
    const column = 4 + ranges.size
    put(sheet.getCell(1, column), field.key)
    for (const [index, choice] of field.choices.entries()) put(sheet.getCell(index + 2, column), choice)
    const { letter } = sheet.getColumn(column)
    ranges.set(field.key, `${markerSheet}!$${letter}$2:$${letter}$${field.choices.length + 1}`)
  }
  return ranges
}

function put(cell: Cell, text: string): void {
  cell.value = sheetText(text)
  cell.numFmt = '@'
}
