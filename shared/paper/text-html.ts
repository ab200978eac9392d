import { type Html, joined, markup } from './markup.ts'
import { piecesOf } from './line-breaks.ts'
import { endsOpen, startsClosing } from './text-tokens.ts'

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
    // The blank behind a word stands outside: at the end of a box it would vanish.
    const text = piece.trimEnd()
    if (!isKept(text)) return markup`${may}${piece}`
    return markup`${may}<span class="kept">${text}</span>${piece.slice(text.length)}`
  })
}

const isNarrow = (character: string | undefined): boolean => character !== undefined && character < '\u2E80'

/** Whether a browser must be told to keep a piece together. */
const isKept = (piece: string): boolean =>
  piece !== '' &&
  // Punctuation alone begins a line here only where it fills one.
  (startsClosing(piece) || endsOpen(piece) || (Array.from(piece).length > 1 && !isOneSign(piece)))

/** A Chinese character, with the punctuation that a browser keeps beside it. */
const isOneSign = (piece: string): boolean =>
  /^[（《〈“‘]?\p{Script=Han}[，。、；：？！）》〉”’]?$/u.test(piece)
