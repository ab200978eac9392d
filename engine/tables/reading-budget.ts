import { cellString, type RawTable, type TableProblem } from '../../shared/lists/raw-table.ts'
import { largestContents } from './file-limits.ts'

/**
 * Lines of all files together. They cross to the client in one answer, as JSON in one string on the web: so many of ten
 * full columns are 28 MB there, written and read in 0.3 s. A city hands in some thousand.
 */
export const mostRowsTogether = 50_000

/** Counts what all files of one reading give: each is bounded by itself, but a folder may have any number of them. */
export class ReadingBudget {
  private rows = 0
  private bytes = 0

  /** Why a file's tables cannot be taken as well; nothing is counted of them then, for a smaller file may still fit. */
  take(tables: readonly RawTable[]): TableProblem | undefined {
    const lines = tables.flatMap((table) => table.lines)
    const rows = this.rows + lines.length
    if (rows > mostRowsTogether) return { problem: 'too-many-rows', rows, limit: mostRowsTogether }
    let bytes = this.bytes
    for (const { cells } of lines) for (const cell of cells) bytes += cellString(cell).length * 2
    if (bytes > largestContents) return { problem: 'too-large', bytes, limit: largestContents }
    this.rows = rows
    this.bytes = bytes
    return undefined
  }
}
