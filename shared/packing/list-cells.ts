import type { ColumnUse, ColumnUses } from '../lists/columns.ts'
import type { ListTask } from '../lists/table-header.ts'
import type { Row } from '../project/submission.ts'
import { timeColumns } from './time-columns.ts'

/**
 * What the list says in each column; blank where the column is left alone. The one place that turns rows into cells: what
 * is written, what is read back and what verifying expects are all this.
 *
 * @param number the row's place in the list, from 1
 */
export function listCells(
  row: Pick<Row, 'fields'>,
  number: number,
  uses: ColumnUses,
  task: ListTask,
): string[] {
  const kinds = new Map(task.fields.map(({ key, type }) => [key, type]))
  const text = (key: string): string => {
    if (kinds.get(key) === 'sequence') return String(number)
    const written = cellLines(row.fields[key] ?? '')
    return kinds.get(key) === 'phone' ? eachOnItsLine(written) : written
  }
  return uses.map((use) => (use ? partText(use, text, task) : ''))
}

/** Fields that are numbered by the program. */
export const sequenceKeys = (task: ListTask): ReadonlySet<string> =>
  new Set(task.fields.flatMap(({ key, type }) => (type === 'sequence' ? [key] : [])))

/** Several numbers in a narrow column: a line's end in the middle of one makes it hard to dial. */
const eachOnItsLine = (phones: string): string => phones.replace(/([、，；;,])\s*(?=[+(（]?\d{3})/gu, '$1\n')

/** A text as cells hold it and as it is read again: line breaks are `\n`, nothing blank around it. */
export const cellLines = (text: string): string =>
  text.replace(/\r\n?|[\u000B\u0085\u2028\u2029]/gu, '\n').trim()

function partText({ field, part }: ColumnUse, text: (key: string) => string, task: ListTask): string {
  if (part === 'whole') return text(field)
  if (part === 'name-and-phone')
    return [text(field), text(phoneBeside(field, task) ?? '')].filter(Boolean).join(' ')
  return timeColumns(text(field))[part]
}

const phoneBeside = (name: string, task: ListTask): string | undefined =>
  task.composites.flatMap((one) =>
    one.split === 'name-and-phone' && one.name === name ? [one.phone] : [],
  )[0]
