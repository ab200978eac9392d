import { read } from '@e965/xlsx'
import type { RawTable } from '../../shared/lists/raw-table.ts'
import { type TableBudget, TableTrouble } from './table-bounds.ts'
import { sheetTables } from './workbook-tables.ts'

const markup = /^\s*<(?:!doctype|\?xml|!--|html|head|meta|style|table)/i
/** A web page with a table, or a workbook of Excel 2003 in one XML file. */
const tabular = /<table[\s>]|urn:schemas-microsoft-com:office:spreadsheet/i

export const isMarkup = (text: string): boolean => markup.test(text)

/**
 * The tables of a web page or of an XML workbook, both of which programs save as .xls.
 *
 * @throws TableTrouble
 */
export function markupTables(text: string, budget: TableBudget): RawTable[] {
  if (!tabular.test(text)) throw new TableTrouble({ problem: 'not-a-table-file', format: 'text' })
  try {
    // As text: a phone that begins with 0 keeps it.
    return sheetTables(read(text, { type: 'string', raw: true, dense: true, cellNF: true }), budget)
  } catch (error) {
    if (error instanceof TableTrouble) throw error
    // SheetJS throws plain errors for what it cannot read.
    throw new TableTrouble({ problem: 'damaged' })
  }
}
