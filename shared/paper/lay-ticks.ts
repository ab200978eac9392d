import type { Density } from './density.ts'
import type { Piece } from './flow.ts'
import { columnsOf, labelCell, labelLines, rowHeight } from './form-row.ts'
import { breakLines } from './line-breaks.ts'
import { type Html, markup } from './markup.ts'
import type { Tick } from './paper.ts'
import { textHtml } from './text-html.ts'
import { widthOf } from './text-lines.ts'

/** Of a box to tick and the distance behind its text, in em. */
const boxWidth = 1.5
const between = 1.5

/** Boxes side by side where all fit on one line, below one another otherwise. */
export function tickPiece(
  block: { readonly label: string; readonly ticks: readonly Tick[] },
  density: Density,
): Piece {
  const { wide } = columnsOf(density)
  const lines = block.ticks.map(({ text }) => breakLines(text, wide - boxWidth))
  const inOne =
    lines.every(({ length }) => length === 1) &&
    lines.flat().reduce((sum, line) => sum + breakWidth(line), 0) <= wide
  const taken = inOne ? 1 : lines.flat().length
  const boxes = block.ticks.map((tick) => markup`<p>${box(tick)}${textHtml(tick.text, wide - boxWidth)}</p>`)
  return {
    height: rowHeight(density, Math.max(taken, labelLines(block.label, density))),
    html: markup`<tr>${labelCell(block.label)}<td colspan="3" class="${inOne ? 'ticks inline' : 'ticks'}">${boxes}</td></tr>`,
  }
}

const breakWidth = (line: string): number => boxWidth + widthOf(line) + between

/** The signs stand in the text too, so that what is copied says which box is ticked. */
const box = ({ ticked }: Tick): Html =>
  ticked ? markup`<span class="box">√</span>` : markup`<span class="box empty">□</span>`
