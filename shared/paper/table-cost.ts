import type { TableDocument } from './table-document.ts'
import { linesOf, type Measured, measured, widthOf } from './text-lines.ts'

/** Widths inside the cells, in em. */
export type Widths = readonly number[]

const sum = (all: readonly number[]): number => all.reduce((left, right) => left + right, 0)

/** Of a long table so many rows tell enough. */
const rowsLookedAt = 120

/** What a table costs: its lines, then last lines of a character or two, then how full its cells are. */
export function costOf(
  table: Pick<TableDocument, 'columns' | 'rows'>,
  leastLines: number,
): (widths: Widths) => number {
  const every = Math.ceil(table.rows.length / rowsLookedAt)
  const rows = table.rows.filter((_, row) => row % every === 0)
  // The header stands on each page: about one in five lines of cells.
  const header = table.columns.map(({ label }) => label)
  const weights = [...rows.map(() => 1), Math.max(1, rows.length / 5)]
  const cells = table.columns.map((_, column) => [...rows, header].map((row) => cellOf(row[column] ?? '')))
  const known = new Map<string, readonly CellLines[]>()
  const columnAt = (column: number, width: number): readonly CellLines[] => {
    const key = `${column} ${width.toFixed(3)}`
    const found = known.get(key) ?? (cells[column] ?? []).map((cell) => cellLines(cell, width))
    known.set(key, found)
    return found
  }
  return (widths) => {
    const columns = widths.map((width, column) => columnAt(column, width))
    return sum(
      weights.map((weight, row) => {
        const isHeader = row === rows.length
        let tallest = isHeader ? 1 : leastLines
        let rest = 0
        for (const column of columns) {
          const { lines, fill, orphan } = column[row] ?? blank
          tallest = Math.max(tallest, lines)
          rest += 0.1 * fill + (orphan ? (isHeader ? 2 : 0.4) : 0)
        }
        return weight * (tallest + rest)
      }),
    )
  }
}

interface CellLines {
  readonly lines: number
  /** The same in parts of a line, so that room goes to long texts also where it saves no whole line; 0 for a single line. */
  readonly fill: number
  /** The last line has a character or two, which a little more width would take in. */
  readonly orphan: boolean
}

const blank: CellLines = { lines: 1, fill: 0, orphan: false }

/** What punctuation that must not begin a line takes from it, on the average. */
const punctuation = 0.3

interface Cell {
  readonly text: Measured
  /** On one line, in em. */
  readonly wide: number
}

const cellOf = (text: string): Cell => ({ text: measured(text), wide: widthOf(text) })

function cellLines({ text, wide }: Cell, given: number): CellLines {
  const width = given - punctuation
  const lines = linesOf(text, width)
  if (lines === 1) return blank
  const orphan = linesOf(text, width + 2 / lines + 0.6) < lines
  return { lines, fill: wide / width, orphan }
}
