import type { ColumnUses } from './columns.ts'
import { vocabularyOf } from './header-words.ts'
import { ownCells } from './own-cells.ts'
import type { RawLine, RawTable } from './raw-table.ts'
import { findTableHeader, headerKey, type ListTask, proposeUses, type TableHeader } from './table-header.ts'

/** A stretch of a sheet under one header: somebody has put several tables under one another. */
export interface TableSection {
  readonly table: Pick<RawTable, 'lines'>
  readonly header: TableHeader
  readonly uses: ColumnUses
  /** The lines above its header, which may say who reports. */
  readonly above: readonly RawLine[]
}

/** A line that begins a table of its own says at least so many words of headers. */
const leastWords = 3
/** Longer cells, and those with digits, are no words of headers: most cells are told by that alone. */
const longestWord = 15

/**
 * The tables of a sheet that stand under one another with columns in another order. A column whose header the first
 * table has as well is used as it is there, so that what the clerk has corrected holds for all.
 */
export function sectionsOf(
  { lines, ...table }: RawTable,
  header: TableHeader,
  uses: ColumnUses,
  task: ListTask,
): TableSection[] {
  const vocabulary = vocabularyOf(task)
  const known = new Map(header.labels.map((label, column) => [headerKey([label]), uses[column] ?? null]))
  const starts: { readonly at: number; readonly header: TableHeader }[] = []
  const isWord = (text: string) =>
    text.length <= longestWord &&
    !/\d/u.test(text) &&
    (known.has(headerKey([text])) || vocabulary.equal(text).length > 0)
  let current = headerKey(header.labels)
  for (let at = header.last + 1; at < lines.length; at += 1) {
    const line = lines[at]
    const cells = line ? ownCells(line) : []
    const words = cells.filter(({ text }) => isWord(text)).length
    if (words < leastWords || words * 2 <= cells.length) continue
    const found = findTableHeader({ ...table, lines: lines.slice(at, at + leastWords) }, task)
    if (found?.first !== 0) continue
    if (headerKey(found.labels) !== current) {
      starts.push({ at, header: found })
      current = headerKey(found.labels)
    }
    at += found.last
  }
  const usesOf = ({ labels }: TableHeader): ColumnUses => {
    const proposed = proposeUses(labels, task)
    return labels.map((label, column) => known.get(headerKey([label])) ?? proposed[column] ?? null)
  }
  const cut = (from: number, to: number | undefined) => ({ lines: lines.slice(from, to) })
  return [
    { table: cut(0, starts[0]?.at), header, uses, above: lines.slice(0, Math.max(0, header.first)) },
    ...starts.map((start, index): TableSection => ({
      table: cut(start.at, starts[index + 1]?.at),
      header: start.header,
      uses: usesOf(start.header),
      above: linesAbove(lines, start.at),
    })),
  ]
}

/** A title and whoever reports say one thing or two a line; rows say more. */
function linesAbove(lines: readonly RawLine[], at: number): RawLine[] {
  let from = at
  const isTitle = (line: RawLine | undefined) => line !== undefined && ownCells(line).length < leastWords
  while (isTitle(lines[from - 1])) from -= 1
  return lines.slice(from, at)
}
