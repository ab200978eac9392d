import { paperWords } from '../wording/paper-words.ts'
import { type Density, measures } from './density.ts'
import type { Piece } from './flow.ts'
import { type Html, markup } from './markup.ts'
import type { PaperBlock } from './paper.ts'

/** So many fields stand side by side, the one for the seal wider than the others. */
const mostInRow = 4

/** Fields at the foot of a form, each with room to sign and a line for the date. */
export function signaturePieces(
  { roles, seal }: Extract<PaperBlock, { kind: 'signatures' }>,
  density: Density,
): Piece[] {
  const fields = [...roles.map((role) => field(role)), ...(seal ? [field(paperWords.seal, true)] : [])]
  const rows = Math.ceil(fields.length / mostInRow)
  const inRow = Math.ceil(fields.length / Math.max(rows, 1))
  return Array.from({ length: rows }, (_, row) => ({
    height: density.signature + measures.rule,
    html: markup`<table class="form">
      <tbody>
        <tr>
          ${fields.slice(row * inRow, (row + 1) * inRow)}
        </tr>
      </tbody>
    </table>`,
  }))
}

const field = (who: string, seal = false): Html =>
  markup`<td class="field${seal ? ' seal' : ''}">
    <div>
      <p>${who}</p>
      <p class="date">${paperWords.date}</p>
    </div>
  </td>`
