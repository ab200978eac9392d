import type { RawTable } from '../../shared/lists/raw-table.ts'
import { decodeText } from './decode-text.ts'
import { delimitedRecords } from './delimited-text.ts'
import { tidyText } from './raw-cell.ts'
import { type TableBudget, TableTrouble } from './table-bounds.ts'
import { type GridRow, tableLines } from './table-lines.ts'

/** A web page or an XML file, which some programs save as .xls. */
const markup = /^\s*<(?:!doctype|\?xml|!--|html|head|meta|style|table)/i

/**
 * The table of a .csv or of a text with tabs; none of a text that nothing separates.
 *
 * @throws TableTrouble
 */
export function textTables(content: Buffer, budget: TableBudget): RawTable[] {
  const text = decodeText(content)
  if (markup.test(text)) throw new TableTrouble({ problem: 'not-a-table-file', format: 'text' })
  const records = delimitedRecords(text)
  if (!records) return []
  const lines = tableLines(rowsOf(records), [], budget)
  return lines.length === 0 ? [] : [{ sheet: '', hidden: false, epoch: 1900, lines }]
}

function* rowsOf(records: Iterable<readonly string[]>): Generator<GridRow> {
  let row = 0
  for (const record of records) {
    row += 1
    yield { row, hidden: false, cells: record.map((text, column) => [column, tidyText(text)]) }
  }
}
