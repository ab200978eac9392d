import type { RawCell, RawTable } from '../../shared/lists/raw-table.ts'
import { documentParts, repack, unpackParts } from './office-parts.ts'
import { largestContents } from './file-limits.ts'
import { withCellsBefore } from './grid-before.ts'
import { tidyText } from './raw-cell.ts'
import { mostColumns, type TableBudget, TableTrouble } from './table-bounds.ts'
import { type GridRow, type MergedBlock, tableLines } from './table-lines.ts'
import { tablesIn, textOf, type WordElement } from './word-elements.ts'

/**
 * The tables of a .docx, those in cells and text boxes too, named 表1, 表2 … by their order.
 *
 * @throws TableTrouble
 */
export async function wordTables(content: Buffer, budget: TableBudget): Promise<RawTable[]> {
  const tables = tablesIn(await readDocument(content))
  return tables.flatMap((table, index): RawTable[] => {
    const { rows, blocks } = gridOf(table)
    const read = tableLines(rows, blocks, budget)
    return read.lines.length === 0 ? [] : [{ sheet: `表${index + 1}`, hidden: false, epoch: 1900, ...read }]
  })
}

const isText = /^word\/[^/]+\.xml$/i

async function readDocument(content: Buffer): Promise<WordElement> {
  const { default: mammoth } = await import('mammoth')
  let read: WordElement | undefined
  try {
    const unpacked = await unpackParts(content, documentParts, largestContents)
    if (!unpacked.ok)
      throw new TableTrouble({ problem: 'too-large', bytes: unpacked.bytes, limit: largestContents })
    await mammoth.convertToHtml(
      { buffer: repack(unpacked.parts, (path, part) => (isText.test(path) ? withCellsBefore(part) : part)) },
      {
        // No HTML is wanted: the document as mammoth understands it is all.
        transformDocument: (document: WordElement) => {
          read = document
          return { ...document, children: [] }
        },
      },
    )
  } catch (error) {
    if (error instanceof TableTrouble) throw error
    // mammoth and yauzl throw plain errors for everything they cannot read.
  }
  if (!read) throw new TableTrouble({ problem: 'damaged' })
  return read
}

/** Cells by row and column: Word tells how many columns and rows each covers, and leaves out the covered ones. */
function gridOf(table: WordElement): { rows: GridRow[]; blocks: MergedBlock[] } {
  const blocks: MergedBlock[] = []
  /** By column the last row that a cell from above covers. */
  const coveredTo: number[] = []
  const rows = childrenOf(table, 'tableRow').map((tableRow, index): GridRow => {
    const row = index + 1
    const cells: (readonly [number, RawCell])[] = []
    let column = 0
    for (const cell of childrenOf(tableRow, 'tableCell')) {
      while ((coveredTo[column] ?? 0) >= row) column += 1
      if (column >= mostColumns) {
        cells.push([column, tidyText(textOf(cell))])
        break
      }
      const right = Math.min(column + span(cell.colSpan), mostColumns) - 1
      const bottom = row + span(cell.rowSpan) - 1
      if (right > column || bottom > row) blocks.push({ top: row, bottom, left: column, right })
      for (let covered = column; covered <= right; covered += 1) coveredTo[covered] = bottom
      cells.push([column, tidyText(textOf(cell))])
      column = right + 1
    }
    return { row, hidden: false, cells }
  })
  return { rows, blocks }
}

const childrenOf = (element: WordElement, type: string): readonly WordElement[] =>
  (element.children ?? []).filter((child) => child.type === type)

const span = (claimed: number | undefined): number =>
  claimed !== undefined && claimed > 1 ? Math.floor(claimed) : 1
