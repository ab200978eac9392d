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
 * the header and what follows below.
 */
export function blankRows(cells: SheetCells, formats: CellFormats, blank: BlankList): BlankRows {
  const { headerRow, uses, footerRow } = blank
  const columns = uses.flatMap((use, index) => (use === null ? [] : [index + 1]))
  const bordered = (row: number) => columns.some((column) => formats.bordered(cells.styleOf(row, column)))
  const most = Math.min((footerRow ?? Infinity) - headerRow - 1, mostReady)
  if (most === 0) return { ready: 0, made: false }
  if (!bordered(headerRow + 1))
    return {
      ready: footerRow === undefined ? 0 : most,
      made: !bordered(headerRow) && footerRow !== undefined,
    }
  let ready = 1
  while (ready < most && bordered(headerRow + 1 + ready)) ready += 1
  return { ready, made: true }
}

/** Rows that must be put in: below the first that was made ready, as its like; else below the header. */
export function rowsToInsert(
  { headerRow }: BlankList,
  { ready }: BlankRows,
  rows: number,
): InsertedRows | undefined {
  if (rows <= ready) return undefined
  return { after: ready > 0 ? headerRow + 1 : headerRow, count: rows - ready }
}
