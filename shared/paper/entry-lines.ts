import { breakLines, cutText, splitText } from './line-breaks.ts'
import { type Html, markup } from './markup.ts'
import { textHtml } from './text-html.ts'

/** Lines that begin with a point hang behind it, and so does what goes on of one that was cut. */
const point = '· '
const goesOn = '　 '
const pointWidth = 1

export const isPoint = (line: string): boolean => line.startsWith(point)
const hangs = (line: string): boolean => isPoint(line) || line.startsWith(goesOn)

/** How many lines a line of an entry takes on the sheet; `column` in em. */
export const linesTaken = (line: string, column: number): number =>
  hangs(line) ? breakLines(line.slice(2), column - pointWidth).length : breakLines(line, column).length

/** A line that takes many in parts that take at most so many each. */
export function cutLine(line: string, column: number, most: number): string[] {
  if (!hangs(line)) return cutText(line, column, most)
  const parts = cutText(line.slice(2), column - pointWidth, most)
  return parts.map((part, index) => (index === 0 ? line.slice(0, 2) : goesOn) + part)
}

/** What stands of a line on the first so many of the sheet, and what goes on behind. */
export function splitLine(line: string, column: number, count: number): readonly [string, string] {
  if (!hangs(line)) return splitText(line, column, count)
  const [first, rest] = splitText(line.slice(2), column - pointWidth, count)
  return [line.slice(0, 2) + first, goesOn + rest]
}

export const lineHtml = (line: string, column: number): Html =>
  hangs(line)
    ? markup`<p class="point"><i>${line.slice(0, 2)}</i>${textHtml(line.slice(2), column - pointWidth)}</p>`
    : markup`<p>${textHtml(line, column)}</p>`
