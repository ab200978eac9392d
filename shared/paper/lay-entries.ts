import { paperWords } from '../wording/paper-words.ts'
import type { EntryMeasure } from './continue-entries.ts'
import type { Density } from './density.ts'
import { cutLine, lineHtml, linesTaken, splitLine } from './entry-lines.ts'
import { heightOf, type Piece } from './flow.ts'
import { columnsOf, labelCell, labelLines, rowHeight } from './form-row.ts'
import { type Html, markup } from './markup.ts'
import type { Entry } from './paper.ts'

/** An entry that takes more lines on the sheet than this is continued in another row. */
const mostLines = 30

/** Rows of the form: an entry each, or two that share a line. */
export function entryPieces(entries: readonly Entry[], density: Density): Piece[] {
  const columns = columnsOf(density)
  return rowsOf(entries.flatMap((entry) => apart(entry, columns.wide))).map((row) => {
    const [first, second] = row
    if (first && second)
      return {
        height: pairHeight(first, second, density),
        html: markup`<tr>${labelCell(first.label)}${value(first, columns.first)}${labelCell(second.label)}${value(second, columns.second)}</tr>`,
      }
    const entry = first ?? { label: '', lines: [], wide: true, taken: 0 }
    return {
      height: rowHeight(density, Math.max(labelLines(entry.label, density), entry.taken)),
      html: markup`<tr>${labelCell(entry.label)}${value(entry, columns.wide, true)}</tr>`,
    }
  })
}

/** The room that entries take, for cutting them down; those that share a line are never cut. */
export function measureEntries(entries: readonly Entry[], density: Density): EntryMeasure {
  const { wide } = columnsOf(density)
  const lines = entries.map((entry) => entry.lines.map((line) => linesTaken(line, wide)))
  const labels = entries.map(({ label }) => labelLines(label, density))
  const fixed = heightOf(fixedOf(entries).flatMap((row) => entryPieces(row, density))) // prettier-ignore
  const oneRow = rowHeight(density, 1) - density.form.line
  const heightOfEntry = (count: number, label: number) =>
    count <= mostLines
      ? rowHeight(density, Math.max(count, label))
      : // Each row is more than half full.
        count * density.form.line + Math.ceil(count / (mostLines / 2)) * oneRow
  return {
    lines,
    heightOf: (counts) =>
      counts.reduce(
        (sum, count, index) => (entries[index]?.wide ? sum + heightOfEntry(count, labels[index] ?? 1) : sum),
        fixed,
      ),
    split: (line, count) => splitLine(line, wide, count),
  }
}

const fixedOf = (entries: readonly Entry[]) => rowsOf(entries).filter((row) => row.every(({ wide }) => !wide))

function pairHeight(first: Entry, second: Entry, density: Density): number {
  const columns = columnsOf(density)
  const lines = ({ label, lines: all }: Entry, column: number) =>
    Math.max(labelLines(label, density), all.reduce((sum, line) => sum + linesTaken(line, column), 0)) // prettier-ignore
  return rowHeight(density, Math.max(lines(first, columns.first), lines(second, columns.second)))
}

function rowsOf<T extends Entry>(entries: readonly T[]): (readonly T[])[] {
  const rows: (readonly T[])[] = []
  for (const entry of entries) {
    const last = rows.at(-1)
    if (last?.length === 1 && last.every(({ wide }) => !wide) && !entry.wide)
      rows[rows.length - 1] = [...last, entry]
    else rows.push([entry])
  }
  return rows
}

/** What stands in one row of the form, and how many lines it takes there. */
interface Row extends Entry {
  readonly taken: number
}

/** An entry that is too long for one row in several. */
function apart(entry: Entry, column: number): Row[] {
  const parts: { lines: string[]; taken: number }[] = [{ lines: [], taken: 0 }]
  for (const [line, taken] of entry.lines.flatMap((one) => shortLines(one, column))) {
    let last = parts.at(-1)
    if (!last || (last.taken > 0 && last.taken + taken > mostLines))
      parts.push((last = { lines: [], taken: 0 }))
    last.lines.push(line)
    last.taken += taken
  }
  return parts.map((part, index) => ({
    label:
      index === 0 || entry.label.endsWith(paperWords.rest('')) ? entry.label : paperWords.rest(entry.label),
    wide: parts.length > 1 || entry.wide,
    ...part,
  }))
}

function shortLines(line: string, column: number): (readonly [line: string, taken: number])[] {
  const taken = linesTaken(line, column)
  if (taken <= mostLines) return [[line, taken]]
  return cutLine(line, column, mostLines).map((part) => [part, linesTaken(part, column)])
}

const value = ({ lines }: Entry, column: number, wide = false): Html =>
  markup`<td${wide ? markup` colspan="3"` : ''}>${lines.map((line) => lineHtml(line, column))}</td>`
