import { type Density, emOf, measures } from './density.ts'
import type { Piece, Run } from './flow.ts'
import { signaturePieces } from './lay-signatures.ts'
import { tickPiece } from './lay-ticks.ts'
import { breakLines } from './line-breaks.ts'
import { type Html, joined, markup } from './markup.ts'
import { printableWidth } from './page-layout.ts'
import type { PaperBlock } from './paper.ts'
import { textHtml } from './text-html.ts'

/** What stands above the tables, and is never cut. */
export type Upper = Exclude<PaperBlock, { kind: 'table' | 'entries' }>

/** A block as runs; `afterText` where running text stands above what is signed. */
export function runsOf(block: Upper, density: Density, afterText: boolean): Run[] {
  switch (block.kind) {
    case 'ticks':
      return [formRun([tickPiece(block, density)])]
    case 'signatures':
      // Only running text keeps a distance: a form's fields hang on its last row.
      return [plainRun(signaturePieces(block, density), afterText ? density.form.line : 0)]
    case 'paragraphs':
      return [plainRun(paragraphPieces(block.lines, density), measures.aboveText)]
  }
}

/** Pieces one below the other. */
export const plainRun = (pieces: readonly Piece[], gap = 0): Run => ({
  pieces,
  gap,
  caption: 0,
  header: 0,
  together: 1,
  wrap: joined,
})

/** Rows of the form. */
export const formRun = (pieces: readonly Piece[], gap = 0): Run => ({
  ...plainRun(pieces, gap),
  wrap: (rows, begins) =>
    markup`<table class="${gap > 0 && begins ? 'form apart' : 'form'}">
      ${formGrid}
      <tbody>
        ${rows}
      </tbody>
    </table>`,
})

const formGrid: Html = markup`<colgroup>
  <col class="labels" />
  <col class="first" />
  <col class="labels" />
  <col />
</colgroup>`

/** Each paragraph begins two characters in. */
function paragraphPieces(lines: readonly string[], { form }: Density): Piece[] {
  const ems = printableWidth('portrait') / emOf(form.size) - 0.2
  return lines.map((line) => ({
    height: breakLines(`${indent}${line}`, ems).length * form.line,
    html: markup`<p class="text">${textHtml(line, ems)}</p>`,
  }))
}

const indent = '　　'
