import type { FieldValues } from '../project/submission.ts'
import { oneLine, withoutBreaks } from '../text/joined-lines.ts'
import type { ColumnUse, ColumnUses } from './columns.ts'
import { fieldNamed, type ListTask } from './list-task.ts'
import { splitNameAndPhone } from './name-and-phone.ts'
import { dataText } from './own-cells.ts'
import { cellString, type RawCell, type RawLine } from './raw-table.ts'
import { dayAndHours, readValue, spanText, type ValueOptions } from './read-value.ts'

/** The fields of one line. */
export interface ReadRow {
  /** Filled ones only. */
  readonly fields: FieldValues
  /** What stood in the table, where a field is written in another way. */
  readonly original: FieldValues
}

export function readRow(line: RawLine, uses: ColumnUses, task: ListTask, options: ValueOptions): ReadRow {
  const fields: Record<string, string> = {}
  const original: Record<string, string> = {}
  const put = (key: string, value: string, written: string) => {
    if (value === '' || fields[key] !== undefined) return
    fields[key] = value
    if (value !== written && plainly(value) !== plainly(written)) original[key] = written
  }
  for (const [column, use] of uses.entries()) {
    const cell = line.cells[column]
    const text = dataText(cell)
    const field = use === null ? undefined : fieldNamed(task, use.field)
    if (use === null || field === undefined || cell === undefined || isDash(text)) continue
    if (use.part === 'start') {
      const end = dataCell(line, uses, use.field, 'end')
      const written = [text, dataText(end)].filter((part) => part !== '').join('—')
      put(use.field, spanText(text === '' ? '' : cell, end, options), written)
    } else if (use.part === 'day') {
      const hours = dataCell(line, uses, use.field, 'hours')
      const written = [text, dataText(hours)].filter((part) => part !== '').join(' ')
      put(use.field, dayAndHours(text === '' ? '' : cell, hours, options), written)
    } else if (use.part === 'name-and-phone') {
      const { name, phone } = splitNameAndPhone(text)
      const composite = task.composites.find(
        (one) => one.split === 'name-and-phone' && one.name === use.field,
      )
      put(use.field, oneLine(name), text)
      if (composite?.split === 'name-and-phone') put(composite.phone, phone, text)
    } else if (text !== '' && !isReadWith(use, uses)) {
      put(use.field, readValue(cell, field, options), text)
    }
  }
  return { fields, original }
}

/** A stroke says that there is nothing: 承办单位 /. */
const isDash = (text: string): boolean => /^[/／\\—–－-]{1,4}$/u.test(text)

/** An end is read with its start and hours with their days, where there are any. */
const isReadWith = ({ field, part }: ColumnUse, uses: ColumnUses): boolean => {
  const first = part === 'end' ? 'start' : part === 'hours' ? 'day' : undefined
  return uses.some((use) => use !== null && use.part === first && use.field === field)
}

function dataCell(line: RawLine, uses: ColumnUses, field: string, part: 'end' | 'hours'): RawCell {
  const column = uses.findIndex((use) => use?.part === part && use.field === field)
  const cell = line.cells[column]
  return cell !== undefined && dataText(cell) !== '' && cellString(cell) !== '' ? cell : ''
}

/** Breaks and blanks are no other way of writing. */
const plainly = (text: string): string => withoutBreaks(text).replaceAll(' ', '')
