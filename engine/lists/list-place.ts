import type { ColumnUses } from '../../shared/lists/columns.ts'

/** Where a list's rows stand in a workbook: one a line, from the line below the header. */
export interface ListSpot {
  readonly sheet: string
  /** The header's last line, from 1. */
  readonly headerRow: number
  /** By column from the left. */
  readonly uses: ColumnUses
}

/** A list as a workbook, and where its rows stand in it. */
export interface WrittenList {
  readonly content: Buffer
  readonly spot: ListSpot
}
