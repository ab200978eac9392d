import type { ColumnUses } from './columns.ts'
import { cellString, type RawCell, type RawLine } from './raw-table.ts'

/** A text that a line has of its own, not by a merged cell that begins elsewhere. */
export interface OwnCell {
  readonly column: number
  /** Trimmed, never blank. */
  readonly text: string
  /** How many columns it is merged over, itself included. */
  readonly width: number
}

const cellFrom = (cell: RawCell | undefined) => (typeof cell === 'object' ? cell.from : undefined)

/** The cell's text as a row's data: what is merged beside another cell is that cell's text, not a second one. */
export const dataText = (cell: RawCell | undefined): string =>
  cellFrom(cell) === 'beside' ? '' : cellString(cell).trim()

export function ownCells({ cells }: RawLine): OwnCell[] {
  return cells.flatMap((cell, column) => {
    const text = cellString(cell).trim()
    if (text === '' || cellFrom(cell) !== undefined) return []
    let width = 1
    while (cellFrom(cells[column + width]) === 'beside') width += 1
    return [{ column, text, width }]
  })
}

export const isBlankLine = ({ cells }: RawLine): boolean =>
  cells.every((cell) => cellString(cell).trim() === '')

const shownOfLine = 40

/** The line's texts as a reader recognises it, cut short. */
export function lineText(line: RawLine): string {
  const own = ownCells(line).map(({ text }) => text)
  const texts = own.length > 0 ? own : [...new Set(line.cells.map((cell) => cellString(cell).trim()))]
  const joined = texts.join(' ').replace(/\s+/gu, ' ').trim()
  return [...joined].slice(0, shownOfLine).join('')
}

/** Columns of a use, by what they hold. */
export interface UsedColumns {
  /** Columns that hold something of a row, its running number not among them. */
  readonly data: ReadonlySet<number>
  readonly sequence: ReadonlySet<number>
}

export function usedColumns(uses: ColumnUses, sequenceFields: ReadonlySet<string>): UsedColumns {
  const of = (sequence: boolean) =>
    new Set(
      uses.flatMap((use, column) =>
        use !== null && sequenceFields.has(use.field) === sequence ? [column] : [],
      ),
    )
  return { data: of(false), sequence: of(true) }
}
