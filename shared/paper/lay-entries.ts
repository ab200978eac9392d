import { paperWords } from '../wording/paper-words.ts'
import type { Density } from './density.ts'
import type { Piece } from './flow.ts'
import { columnsOf, labelCell, labelLines, rowHeight } from './form-row.ts'
import { breakLines } from './line-breaks.ts'
import { type Html, markup } from './markup.ts'
import type { Entry } from './paper.ts'
import { textHtml } from './text-html.ts'

/** Lines that begin with a point hang behind it. */
const isPoint = (line: string): boolean => line.startsWith('· ')
const pointWidth = 1

/** How many lines a text of an entry takes on the sheet. */
const linesOf = (line: string, column: number): string[] =>
  isPoint(line) ? breakLines(line.slice(2), column - pointWidth) : breakLines(line, column)

/** A line that is too long for one sheet in parts that are not. */
const mostLines = 30

/** Rows of the form: an entry each, or two that share a line. */
export function entryPieces(entries: readonly Entry[], density: Density): Piece[] {
  const columns = columnsOf(density)
  return rowsOf(entries.flatMap((entry) => apart(entry, columns.wide))).map((row) => {
    const [first, second] = row
    if (first && second) {
      const height = Math.max(
        entryHeight(first, columns.first, density),
        entryHeight(second, columns.second, density),
      )
      return {
        height,
        html: markup`<tr>${labelCell(first.label)}${value(first, columns.first)}${labelCell(second.label)}${value(second, columns.second)}</tr>`,
      }
    }
    const entry = first ?? { label: '', lines: [], wide: true }
    return {
      height: entryHeight(entry, columns.wide, density),
      html: markup`<tr>${labelCell(entry.label)}${value(entry, columns.wide, true)}</tr>`,
    }
  })
}

function rowsOf(entries: readonly Entry[]): (readonly Entry[])[] {
  const rows: (readonly Entry[])[] = []
  for (const entry of entries) {
    const last = rows.at(-1)
    if (last?.length === 1 && last.every(({ wide }) => !wide) && !entry.wide)
      rows[rows.length - 1] = [...last, entry]
    else rows.push([entry])
  }
  return rows
}

/** An entry that is too long for one row in several. */
function apart(entry: Entry, column: number): Entry[] {
  const parts: string[][] = [[]]
  let used = 0
  for (const line of entry.lines.flatMap((one) => shortLines(one, column))) {
    const taken = linesOf(line, column).length
    if (used > 0 && used + taken > mostLines) {
      parts.push([])
      used = 0
    }
    parts.at(-1)?.push(line)
    used += taken
  }
  if (parts.length === 1) return [entry]
  return parts.map((part, index) => ({
    label:
      index === 0 || entry.label.endsWith(paperWords.rest('')) ? entry.label : paperWords.rest(entry.label),
    lines: part,
    wide: true,
  }))
}

const shortLines = (line: string, column: number): string[] => {
  const lines = linesOf(line, column)
  return lines.length > mostLines ? lines : [line]
}

const entryHeight = ({ label: text, lines }: Entry, column: number, density: Density): number =>
  rowHeight(
    density,
    Math.max(
      labelLines(text, density),
      lines.reduce((sum, line) => sum + linesOf(line, column).length, 0),
    ),
  )

function value({ lines }: Entry, column: number, wide = false): Html {
  return markup`<td${wide ? markup` colspan="3"` : ''}>${lines.map((line) =>
    isPoint(line)
      ? markup`<p class="point"><i>· </i>${textHtml(line.slice(2), column - pointWidth)}</p>`
      : markup`<p>${textHtml(line, column)}</p>`,
  )}</td>`
}
