import { characterWidth } from './character-width.ts'

/** A text's paragraphs in pieces that are not torn apart at a line's end, measured once for any number of widths. */
export type Measured = readonly (readonly Piece[])[]
interface Piece {
  /** In em. */
  readonly wide: number
  readonly blank: boolean
  /** Of several characters, between which it is broken where the column is narrower. */
  readonly long: boolean
}

/**
 * How many lines a text takes in a column, estimated on the generous side: a row too tall is harmless, a text cut
 * off is not. `width` is in em, the width of a Chinese character. Words of Latin letters stay whole where they can,
 * as in Excel.
 */
export const countLines = (text: string, width: number): number => linesOf(measured(text), width)

export const measured = (text: string): Measured =>
  text.split('\n').map((line) =>
    Array.from(line.matchAll(pieces), ([piece]) => ({
      wide: widthOf(piece),
      blank: piece === ' ',
      long: piece.length > 1,
    })),
  )

/** The same as `countLines` of a text that is measured already. */
export const linesOf = (text: Measured, width: number): number =>
  text.reduce((lines, paragraph) => lines + linesOfParagraph(paragraph, Math.max(width, 1)), 0)

function linesOfParagraph(line: readonly Piece[], width: number): number {
  let lines = 1
  let used = 0
  for (const { wide, blank, long } of line) {
    if (used + wide <= width) {
      used += wide
    } else if (long && wide > width) {
      // A name longer than the column is broken anywhere; it starts on the line it finds in Word, on a new one in Excel.
      lines += (used > 0 ? 1 : 0) + Math.ceil(wide / width) - 1
      used = wide % width
    } else if (!blank) {
      lines++
      used = wide
    }
  }
  return lines
}

/** What is not torn apart at a line's end: a word of Latin letters and digits, or one other character. */
const pieces = /[!-~\u00A1-\u00B6\u00B8-\u024F]+|./gsu

/** The width of the longest such word, in em. */
export const longestWord = (text: string): number =>
  Math.max(0, ...Array.from(text.matchAll(pieces), ([piece]) => widthOf(piece)))

/** The width of a text on one line, in em. */
export function widthOf(text: string): number {
  let width = 0
  let before = ''
  for (const character of text) {
    width += characterWidth(character, before)
    before = character
  }
  return width
}
