import type { TableProblem } from '../../shared/lists/raw-table.ts'
import { largestContents } from './file-limits.ts'

/** Columns further to the right are not read, only told of: no list has so many. */
export const mostColumns = 100
/** Lines with something in them, in all tables of a file. */
export const mostRows = 20_000
/** Cells that merged ones may cover in a file: as many as there can be, once each. */
const mostCovered = mostRows * mostColumns

/** Thrown where a file goes beyond what any honest one holds. */
export class TableTrouble extends Error {
  override readonly name = 'TableTrouble'
  readonly problem: TableProblem
  constructor(problem: TableProblem) {
    super(problem.problem)
    this.problem = problem
  }
}

/** Counts what is taken out of one file, so that a small file cannot become a large answer. */
export class TableBudget {
  private rows = 0
  private bytes = 0
  private covered = 0

  /** A line with something in it. Whether it may be kept: beyond the limit lines are only counted. */
  takeRow(): boolean {
    this.rows += 1
    return this.rows <= mostRows
  }

  /** @throws TableTrouble `too-large`: one text may be repeated in every cell */
  takeText(text: string): void {
    this.bytes += text.length * 2
    if (this.bytes > largestContents)
      throw new TableTrouble({ problem: 'too-large', bytes: this.bytes, limit: largestContents })
  }

  /** @throws TableTrouble `damaged`: merged cells lie over each other again and again */
  takeCovered(cells: number): void {
    this.covered += cells
    if (this.covered > mostCovered) throw new TableTrouble({ problem: 'damaged' })
  }

  /** @throws TableTrouble `too-many-rows`, once all rows are counted */
  settle(): void {
    if (this.rows > mostRows)
      throw new TableTrouble({ problem: 'too-many-rows', rows: this.rows, limit: mostRows })
  }
}
