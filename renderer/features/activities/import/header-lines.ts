import { cellString, type RawTable } from '../../../../shared/lists/raw-table.ts'
import { labelsOf, type TableHeader } from '../../../../shared/lists/table-header.ts'

/** So many of a table's first lines may be its header. */
const most = 60
const mostSamples = 3

/** A line that the clerk may name as the header. */
export interface HeaderLine {
  readonly index: number
  /** As Excel numbers it. */
  readonly row: number
  readonly text: string
}

/** The first lines of a table, each in a few words. A text that is merged over several cells is said once. */
export const headerLines = ({ lines }: Pick<RawTable, 'lines'>): HeaderLine[] =>
  lines.slice(0, most).map(({ row, cells }, index) => ({
    index,
    row,
    text: cells
      .filter((cell) => typeof cell === 'string' || cell.from === undefined)
      .map((cell) => cellString(cell).replace(/\s+/gu, ' ').trim())
      .filter((text) => text !== '')
      .join(' '),
  }))

/** In place of a line: the table has no header. */
export const noHeader = -1

/** One line as the header, or none. */
export function headerAt({ lines }: Pick<RawTable, 'lines'>, index: number): TableHeader | undefined {
  if (index === noHeader) {
    const width = Math.max(0, ...lines.map(({ cells }) => cells.length))
    return { first: noHeader, last: noHeader, labels: Array.from({ length: width }, () => '') }
  }
  const line = lines[index]
  return line && { first: index, last: index, labels: labelsOf([line]) }
}

/** Different texts that stand in a column below the header; the header's own, once more on a later page, is none. */
export function samples(
  { lines }: Pick<RawTable, 'lines'>,
  after: number,
  column: number,
  label = '',
): string[] {
  const plain = (text: string) => text.replace(/\s+/gu, '')
  const found = new Set<string>()
  for (const { cells } of lines.slice(after + 1)) {
    const cell = cells[column]
    // A remark that reaches over the columns says nothing of them.
    if (typeof cell === 'object' && cell.from === 'beside') continue
    const text = cellString(cell).replace(/\s+/gu, ' ').trim()
    if (text !== '' && plain(text) !== plain(label)) found.add(text)
    if (found.size === mostSamples) break
  }
  return [...found]
}
