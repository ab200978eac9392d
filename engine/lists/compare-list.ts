import { cellString, type RawCell, type RawTable } from '../../shared/lists/raw-table.ts'
import { lineText } from '../../shared/lists/own-cells.ts'
import { tidyText } from '../tables/raw-cell.ts'
import type { ListSpot } from './list-place.ts'

/** A cell that does not say what it should; `row` is the row's place in the list, from 1. */
export interface ListDifference {
  readonly row: number
  /** From 0; undefined for a line below the list that was not there when it was written. */
  readonly column?: number
  readonly expected: string
  readonly actual: string
}

/** Lines of the table with something in them below so many rows of the list: notes and signatures. */
export function linesBelow(table: RawTable, { headerRow }: ListSpot, rows: number): number {
  return table.lines.filter(({ row }) => row > headerRow + rows).length
}

/**
 * Holds a workbook that was read again against the rows it should hold: every cell of every column that is used, and
 * nothing added below. A formula is a difference whatever its result; so is a number, but for the running number.
 *
 * @param expected the cells of each row, by column
 * @param below how many lines with something in them there were below the list; unknown before it was written once
 * @returns the first difference of each row; undefined where the workbook has no such sheet
 */
export function listDifferences(
  tables: readonly RawTable[],
  spot: ListSpot & { readonly below?: number | undefined },
  expected: readonly (readonly string[])[],
  numbered: ReadonlySet<string>,
): ListDifference[] | undefined {
  const table = tables.find(({ sheet }) => sheet === spot.sheet)
  if (!table) return undefined
  const lines = new Map(table.lines.map((line) => [line.row, line]))
  const differences = expected.flatMap((texts, index): ListDifference[] => {
    const cells = lines.get(spot.headerRow + 1 + index)?.cells ?? []
    for (const [column, use] of spot.uses.entries()) {
      const text = tidyText(texts[column] ?? '')
      if (use === null || isSame(cells[column], text, numbered.has(use.field))) continue
      return [{ row: index + 1, column, expected: text, actual: cellString(cells[column]) }]
    }
    return []
  })
  const added = table.lines.filter(({ row }) => row > spot.headerRow + expected.length)
  const [first] = added
  if (first && spot.below !== undefined && added.length > spot.below)
    differences.push({ row: expected.length + 1, expected: '', actual: lineText(first) })
  return differences
}

function isSame(cell: RawCell | undefined, text: string, number: boolean): boolean {
  if (cellString(cell) !== text) return false
  const is = typeof cell === 'object' ? cell.is : undefined
  return is === undefined || (number && is === 'number')
}
