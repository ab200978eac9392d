import type { CellFormats } from './cell-formats.ts'
import type { BlankList } from './recognise-template.ts'
import type { SheetCells } from './sheet-cells.ts'
import type { InsertedRows } from './shift-references.ts'

/** No template has more rows made ready. */
const mostReady = 5_000

/** What the blank workbook has ready for rows. */
export interface BlankRows {
  /** Rows below the header that can be written as they are. */
  readonly ready: number
  /** Whether they bear the table's look; otherwise it is taken from the header's. */
  readonly made: boolean
}

/**
 * Rows are made ready where they have borders as the first one has; without borders there are as many as stand between
 * the header and what follows below. Examples and prefilled numbers stand in rows that are meant for the list as well,
 * whatever these look like.
 */
export function blankRows(cells: SheetCells, formats: CellFormats, blank: BlankList): BlankRows {
  const { headerRow, footerRow, overwritten } = blank
  const columns = usedNumbers(blank)
  const bordered = (row: number) => columns.some((column) => formats.bordered(cells.styleOf(row, column)))
  const most = Math.min((footerRow ?? Infinity) - headerRow - 1, mostReady)
  if (most === 0) return { ready: 0, made: false }
  const prefilled = Math.max(0, ...overwritten.slice(-1).map((row) => row - headerRow))
  if (footerRow !== undefined && !bordered(headerRow + 1)) return { ready: most, made: !bordered(headerRow) }
  let ready = prefilled
  while (ready < most && bordered(headerRow + 1 + ready)) ready += 1
  return { ready, made: ready > 0 && (bordered(headerRow + 1) || !bordered(headerRow)) }
}

/** The columns that are written into, from 1. */
export const usedNumbers = ({ uses }: Pick<BlankList, 'uses'>): number[] =>
  uses.flatMap((use, index) => (use === null ? [] : [index + 1]))

/**
 * Blanks the rows that are ready, before anything moves: an example that stayed would be sent as an activity. In lines
 * that held something it goes from every column of the table, elsewhere formulas of other columns stay.
 */
export function clearReady(cells: SheetCells, blank: BlankList, ready: number): void {
  const { headerRow, labels } = blank
  const overwritten = new Set(blank.overwritten)
  const used = usedNumbers(blank)
  const all = labels.map((_, index) => index + 1)
  for (let row = headerRow + 1; row <= headerRow + ready; row += 1)
    for (const column of overwritten.has(row) ? all : used) cells.clear(row, column)
  cells.dropOrphans({ first: headerRow + 1, last: headerRow + ready })
}

/** Rows that must be put in: below the first that was made ready, as its like; else below the header. */
export function rowsToInsert(
  { headerRow }: BlankList,
  ready: number,
  rows: number,
): InsertedRows | undefined {
  if (rows <= ready) return undefined
  return { after: ready > 0 ? headerRow + 1 : headerRow, count: rows - ready }
}
