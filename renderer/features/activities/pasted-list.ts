import { findTableHeader, type ListTask } from '../../../shared/lists/table-header.ts'
import type { Row } from '../../../shared/project/submission.ts'
import type { RawTable } from '../../../shared/lists/raw-table.ts'
import type { TablesRead } from '../../state/list-reading.ts'
import { fieldText } from '../media/block-edits.ts'
import { words } from './wording.ts'

type Table = readonly (readonly string[])[]

/** What was pasted as tables that were read, where a header tells what its columns hold. */
export function pastedTables(table: Table, task: ListTask): TablesRead | undefined {
  const raw: RawTable = {
    sheet: '',
    hidden: false,
    epoch: 1900,
    lines: table.map((cells, index) => ({ row: index + 1, cells: [...cells] })),
  }
  if (!findTableHeader(raw, task)) return undefined
  const bytes = table.flat().join('').length
  return {
    files: [{ name: words.pastedFile, bytes, tables: [raw] }],
    ignored: { count: 0, names: [] },
    troubles: [],
  }
}

/** Rows of cells without a header: in the order of the list's columns. A running number before them is passed over. */
export function pastedRows(table: Table, task: ListTask, newId: () => string): Row[] {
  const filled = table.filter((line) => line.some((text) => text.trim() !== ''))
  const numbered =
    filled.length > 0 && filled.every(([first = ''], index) => first.trim() === String(index + 1))
  const fields = task.fields.filter(({ type, optional }) => type !== 'sequence' && optional !== true)
  return filled.map((line) => {
    const texts = numbered ? line.slice(1) : line
    const entries = fields.flatMap((field, index) => {
      const text = fieldText(field, texts[index] ?? '')
      return text.trim() === '' ? [] : [[field.key, text] as const]
    })
    return { id: newId(), fields: Object.fromEntries(entries) }
  })
}
