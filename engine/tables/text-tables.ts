import type { RawTable } from '../../shared/lists/raw-table.ts'
import { decodeText } from './decode-text.ts'
import { delimitedRecords } from './delimited-text.ts'
import { tidyText } from './raw-cell.ts'
import { isMarkup, markupTables } from './markup-tables.ts'
import type { TableBudget } from './table-bounds.ts'
import { type GridRow, tableLines } from './table-lines.ts'

/**
 * The table of a .csv or of a text with tabs; none of a text that nothing separates. A web page, which programs of
 * offices give out as .xls, has as many tables as it says.
 *
 * @throws TableTrouble
 */
export function textTables(content: Buffer, budget: TableBudget): RawTable[] {
  const text = decodeText(content)
  if (isMarkup(text)) return markupTables(text, budget)
  const records = delimitedRecords(text)
  if (!records) return []
  const read = tableLines(rowsOf(records), [], budget)
  return read.lines.length === 0 ? [] : [{ sheet: '', hidden: false, epoch: 1900, ...read }]
}

function* rowsOf(records: Iterable<readonly string[]>): Generator<GridRow> {
  let row = 0
  for (const record of records) {
    row += 1
    yield { row, hidden: false, cells: record.map((text, column) => [column, tidyText(text)]) }
  }
}
