import { cellString, type RawCell, type RawLine, type RawTable } from '../../shared/lists/raw-table.ts'
import type { Unit } from '../../shared/project/unit.ts'
import type { ListDifference } from './compare-list.ts'
import { completePreamble } from './complete-preamble.ts'
import type { FilledForeign } from './fill-foreign.ts'
import type { BlankList } from './recognise-template.ts'

/** The workbook that a list was written into, as it was before. */
export interface Ground extends Pick<FilledForeign, 'ready' | 'inserted'> {
  readonly tables: readonly RawTable[]
  readonly blank: BlankList
  readonly unit: Unit | undefined
}

type TextOf = (column: number) => string

/**
 * Cells of the sheet that say something else than before, though nothing was to be written there: title and header,
 * columns of others, notes and signatures. A label may have got the unit's entry behind it.
 *
 * @param count how many rows of the list there are
 */
export function disturbed(after: RawTable, ground: Ground, count: number): ListDifference[] {
  const { tables, blank, ready, inserted, unit } = ground
  const { headerRow, labels, uses } = blank
  const before = tables.find(({ sheet }) => sheet === blank.sheet)
  const moved = (row: number) => (inserted && row > inserted.after ? row + inserted.count : row)
  const end = headerRow + ready + (inserted?.count ?? 0)
  const was = new Map((before?.lines ?? []).map((line) => [moved(line.row), line]))
  const is = new Map(after.lines.map((line) => [line.row, line]))
  const differences: ListDifference[] = []
  for (const row of new Set([...was.keys(), ...is.keys()])) {
    const ours = row > headerRow && row <= end
    // A cell that is merged shows the text of its neighbour, which may be one of ours.
    const text = ours ? ownText : cellString
    const [old, now] = [textsOf(was.get(row), text), textsOf(is.get(row), text)]
    const width = Math.max(was.get(row)?.cells.length ?? 0, is.get(row)?.cells.length ?? 0)
    for (let column = 0; column < width; column += 1) {
      if (ours && row <= headerRow + count && uses[column]) continue
      const expected = ours && column < labels.length ? '' : old(column)
      if (now(column) === expected) continue
      if (unit && row <= headerRow && now(column) === completePreamble(expected, unit)?.trim()) continue
      differences.push({ row: row - headerRow, column, expected, actual: now(column) })
    }
  }
  return differences
}

const textsOf =
  (line: RawLine | undefined, text: (cell: RawCell | undefined) => string): TextOf =>
  (column) =>
    text(line?.cells[column])

const ownText = (cell: RawCell | undefined): string =>
  typeof cell === 'object' && cell.from !== undefined ? '' : cellString(cell)
