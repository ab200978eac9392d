import { cellString, type RawCell, type RawTable } from '../../shared/lists/raw-table.ts'
import { mostColumns, type TableBudget } from './table-bounds.ts'

/** A row as it stands in the file, before merged cells are filled in. */
export interface GridRow {
  /** From 1. */
  readonly row: number
  /** Cells by column; those of no content may be missing or blank. */
  readonly cells: readonly (readonly [column: number, cell: RawCell])[]
  readonly hidden: boolean
}

/** A block of merged cells: rows from 1, columns from 0, both ends included. */
export interface MergedBlock {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

interface Line {
  /** It has something where nothing is read. */
  readonly cut: boolean
  readonly row: number
  readonly hidden: boolean
  readonly cells: RawCell[]
}

/**
 * The lines of a table that have something in them, merged cells filled in. What lies hidden under a merged cell is not
 * taken, and a row that has nothing but what it shares with the rows above is no line of its own. What stands too far to the right
 * is not taken and told by `cut`.
 *
 * @param rows in order
 * @throws TableTrouble
 */
export function tableLines(
  rows: Iterable<GridRow>,
  blocks: readonly MergedBlock[],
  budget: TableBudget,
): Pick<RawTable, 'lines' | 'cut'> {
  const lines: Line[] = []
  for (const { row, hidden, cells } of rows) {
    const written = cells.filter(([, cell]) => cellString(cell) !== '')
    if (written.length === 0 || !budget.takeRow()) continue
    const own = written.filter(([column]) => column < mostColumns)
    const line: Line = { row, hidden, cut: own.length < written.length, cells: [] }
    for (const [column, cell] of own) {
      budget.takeText(cellString(cell))
      line.cells[column] = cell
    }
    lines.push(line)
  }
  const covered = coverBlocks(lines, blocks, budget)
  const kept = lines.flatMap((line, index) => {
    if (!line.cut && line.cells.every((cell) => cellString(cell) === '')) return []
    for (const [column, cell] of covered.get(index) ?? []) line.cells[column] = cell
    const cells = Array.from(line.cells, (cell) => cell ?? '')
    const end = cells.findLastIndex((cell) => cellString(cell) !== '') + 1
    return [{ row: line.row, cells: cells.slice(0, end), ...(line.hidden && { hidden: true }) }]
  })
  return { lines: kept, ...(lines.some(({ cut }) => cut) && { cut: true }) }
}

/** Clears the cells that blocks cover, and tells by line what is to stand there. */
function coverBlocks(
  lines: readonly Line[],
  blocks: readonly MergedBlock[],
  budget: TableBudget,
): ReadonlyMap<number, readonly (readonly [column: number, cell: RawCell])[]> {
  const covered = new Map<number, (readonly [number, RawCell])[]>()
  for (const { top, bottom, left, right } of blocks) {
    const end = Math.min(right, mostColumns - 1)
    if (left > end || (top === bottom && left === right)) continue
    const first = firstFrom(lines, top)
    const topLine = lines[first]
    const text = topLine?.row === top ? cellString(topLine.cells[left]) : ''
    for (let index = first; index < lines.length; index += 1) {
      const line = lines[index]
      if (!line || line.row > bottom) break
      const from = line.row === top ? left + 1 : left
      budget.takeCovered(end - left + 1)
      const cells = covered.get(index) ?? []
      for (let column = from; column <= end; column += 1) {
        if (line.cells[column] !== undefined) line.cells[column] = ''
        if (text === '') continue
        budget.takeText(text)
        cells.push([column, { text, from: column === left ? 'above' : 'beside' }])
      }
      covered.set(index, cells)
    }
  }
  return covered
}

/** Index of the first line that is not above a row: a sheet may hold many blocks and many lines. */
function firstFrom(lines: readonly Line[], row: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.row ?? 0) < row) low = middle + 1
    else high = middle
  }
  return low
}
