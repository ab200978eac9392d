import { CFB, type WorkBook } from '@e965/xlsx'
import type { RawTable } from '../../shared/lists/raw-table.ts'
import { documentText } from '../documents/document-text.ts'
import { openWorkbook } from './open-workbook.ts'
import { rawCell } from './raw-cell.ts'
import { gridOf, isFrom1904, isHiddenSheet, type SheetGrid } from './sheet-grid.ts'
import { type TableBudget, TableTrouble } from './table-bounds.ts'
import { type GridRow, tableLines } from './table-lines.ts'

/**
 * The sheets of an .xlsx, .xls or .et with something on them.
 *
 * @throws TableTrouble
 */
export async function workbookTables(content: Buffer, budget: TableBudget): Promise<RawTable[]> {
  const opened = await openWorkbook(content, { withoutCells: true })
  if (!opened.ok) {
    if (opened.problem.problem === 'too-large') throw new TableTrouble(opened.problem)
    throw new TableTrouble({ problem: isLocked(content) ? 'encrypted' : 'damaged' })
  }
  return sheetTables(opened.workbook, budget)
}

/**
 * The sheets of an open workbook with something on them.
 *
 * @throws TableTrouble
 */
export function sheetTables(workbook: WorkBook, budget: TableBudget): RawTable[] {
  const epoch = isFrom1904(workbook) ? 1904 : 1900
  const names = new Set<string>()
  return workbook.SheetNames.flatMap((name, index): RawTable[] => {
    // A forged workbook may name a sheet twice; SheetJS then keeps one of them.
    if (names.has(name) || workbook.Sheets[name]?.['!type'] !== undefined) return []
    names.add(name)
    const read = linesOf(workbook, name, budget)
    return read.lines.length === 0
      ? []
      : [{ sheet: documentText(name), hidden: isHiddenSheet(workbook, index), epoch, ...read }]
  })
}

function linesOf(workbook: WorkBook, name: string, budget: TableBudget): Pick<RawTable, 'lines' | 'cut'> {
  const grid = gridOf(workbook, name)
  if (!grid) return { lines: [] }
  const blocks = grid.merges.map(({ s, e }) => ({
    top: s.r + 1,
    bottom: e.r + 1,
    left: s.c,
    right: e.c,
  }))
  return tableLines(gridRows(grid, isFrom1904(workbook)), blocks, budget)
}

function* gridRows(grid: SheetGrid, date1904: boolean): Generator<GridRow> {
  for (const row of grid.rows)
    yield {
      row: row + 1,
      hidden: grid.isHidden(row),
      cells: grid.columnsOf(row).flatMap((column) => {
        const cell = grid.cellAt(row, column)
        return cell ? [[column, rawCell(cell, date1904)] as const] : []
      }),
    }
}

const beginning = 0x0809
const filePass = 0x002f
const end = 0x000a

/** Whether an old workbook is encrypted: its globals then hold a FilePass record ([MS-XLS] 2.4.117). */
function isLocked(content: Buffer): boolean {
  const stream = workbookStream(content)
  if (stream?.length === undefined || stream.length < 4 || stream.readUInt16LE(0) !== beginning) return false
  for (let at = 0; at + 4 <= stream.length;) {
    const record = stream.readUInt16LE(at)
    if (record === filePass) return true
    if (record === end) return false
    at += 4 + stream.readUInt16LE(at + 2)
  }
  return false
}

function workbookStream(content: Buffer): Buffer | undefined {
  try {
    const container = CFB.read(content, { type: 'buffer' })
    const entry = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book')
    return entry ? Buffer.from(entry.content) : undefined
  } catch {
    // No compound file, or a broken one.
    return undefined
  }
}
