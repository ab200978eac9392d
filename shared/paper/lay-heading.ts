import { paperWords } from '../wording/paper-words.ts'
import { emOf, measures } from './density.ts'
import type { Piece } from './flow.ts'
import { sizes } from './fonts.ts'
import { breakLines } from './line-breaks.ts'
import { markup } from './markup.ts'
import { printableWidth } from './page-layout.ts'
import type { Paper } from './paper.ts'
import { textHtml } from './text-html.ts'

/** What stands above everything on the first sheet: annex label, title, lines below it. */
export function headingPiece({ annexLabel, title, subtitle }: Paper): Piece {
  const width = printableWidth('portrait')
  const titleWidth = width / emOf(sizes.title) - 0.5
  const subtitleWidth = width / emOf(sizes.table) - 0.5
  const titleLines = breakLines(title, titleWidth).length
  const below = subtitle.flatMap((line) => breakLines(line, subtitleWidth)).length
  const height =
    (annexLabel === undefined ? 0 : measures.annexLine) +
    titleLines * measures.titleLine +
    below * measures.subtitleLine +
    measures.belowTitle
  const annex = annexLabel === undefined ? markup`` : markup`<p class="annex">${annexLabel}</p>`
  const lines = subtitle.map((line) => markup`<p class="subtitle">${textHtml(line, subtitleWidth)}</p>`)
  return { height, html: markup`<header>${annex}<h1>${textHtml(title, titleWidth)}</h1>${lines}</header>` }
}

/** At the top of every other sheet: whose paper it is that lies there by itself. */
export function runningPiece({ title, properties }: Paper): Piece {
  const width = printableWidth('portrait') / emOf(measures.runningSize) - 0.2
  const text = [paperWords.continued(title), properties.author].filter(Boolean).join('　　')
  return {
    height: breakLines(text, width).length * measures.runningLine + measures.belowRunning,
    html: markup`<p class="running">${textHtml(text, width)}</p>`,
  }
}
