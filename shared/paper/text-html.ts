import { type Html, joined, markup } from './markup.ts'
import { piecesOf } from './line-breaks.ts'

/** A text that a browser breaks where `breakLines` does; `width` of its column in em. */
export const textHtml = (text: string, width: number): Html =>
  joined(piecesOf(text, width).map((pieces, index) => markup`${index > 0 ? lineBreak : ''}${runs(pieces)}`))

const lineBreak = markup`<br />`

function runs(pieces: readonly string[]): Html[] {
  return pieces.map((piece, index) => {
    const before = pieces[index - 1]
    // Between Chinese characters a browser breaks by itself, between others it must be told.
    const may =
      before !== undefined && isNarrow(before.at(-1)) && isNarrow(piece[0]) ? markup`<wbr />` : markup``
    return piece.length > 1 && !isOneSign(piece)
      ? markup`${may}<span class="kept">${piece}</span>`
      : markup`${may}${piece}`
  })
}

const isNarrow = (character: string | undefined): boolean => character !== undefined && character < '\u2E80'

/** A Chinese character, with the punctuation that a browser keeps beside it. */
const isOneSign = (piece: string): boolean =>
  /^[（《〈“‘]?\p{Script=Han}[，。、；：？！）》〉”’]?$/u.test(piece)
