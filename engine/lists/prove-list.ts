import { Fault } from '../../shared/faults.ts'
import type { ListTask } from '../../shared/lists/table-header.ts'
import { sequenceKeys } from '../../shared/packing/list-cells.ts'
import { linesBelow, listDifferences } from './compare-list.ts'
import type { WrittenList } from './list-place.ts'
import { disturbed, type Ground } from './disturbed-cells.ts'

const mostTold = 10

/**
 * Reads a list that was just written again and compares every cell with the submission's rows; in somebody's own
 * workbook also every other cell of the sheet with what it was.
 *
 * @returns how many lines with something in them stand below the list
 * @throws Fault `package-broken`
 */
export async function proveList(
  { content, spot }: WrittenList,
  rows: readonly (readonly string[])[],
  task: ListTask,
  name: string,
  ground?: Ground,
): Promise<number> {
  // Loaded when a list is proven: SheetJS takes longer to start than most calls take.
  const { readTables } = await import('../tables/read-tables.ts')
  // Our own work a moment ago, or a template that was read within bounds: no thread is needed.
  const read = await readTables(content, 'excel')
  const tables = read.ok ? read.tables : []
  const differences = listDifferences(tables, spot, rows, sequenceKeys(task))
  const table = tables.find(({ sheet }) => sheet === spot.sheet)
  if (!differences || !table)
    throw new Fault({ code: 'package-broken', path: name, problems: [`no sheet: ${spot.sheet}`] })
  if (ground) differences.push(...disturbed(table, ground, rows.length))
  if (differences.length > 0)
    throw new Fault({
      code: 'package-broken',
      path: name,
      problems: differences
        .slice(0, mostTold)
        .map(({ row, column, expected, actual }) => `${row}/${column ?? '-'}: ${expected} ≠ ${actual}`),
    })
  return linesBelow(table, spot, rows.length)
}
