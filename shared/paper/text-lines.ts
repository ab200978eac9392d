/**
 * How many lines a text takes in a column, estimated on the generous side: a row too tall is harmless, a text cut
 * off is not. `width` is in em, the width of a Chinese character. Words of Latin letters stay whole where they can,
 * as in Excel.
 */
export function countLines(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => lines + linesOfParagraph(line, Math.max(width, 1)), 0)
}

function linesOfParagraph(line: string, width: number): number {
  let lines = 1
  let used = 0
  for (const [piece] of line.matchAll(pieces)) {
    const wide = widthOf(piece)
    if (used + wide <= width) {
      used += wide
    } else if (piece.length > 1 && wide > width) {
      // A name longer than the column is broken anywhere; it starts on the line it finds in Word, on a new one in Excel.
      lines += (used > 0 ? 1 : 0) + Math.ceil(wide / width) - 1
      used = wide % width
    } else if (piece !== ' ') {
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
  for (const character of text) width += characterWidth(character)
  return width
}

/** Latin letters in 仿宋 are half an em; a substitute font's are wider, capitals most. */
function characterWidth(character: string): number {
  if (/[\p{Mn}\u200B-\u200F\uFE00-\uFE0F]/u.test(character)) return 0
  if (character >= '\u2000' || character === '·') return 1
  return /[A-Zmw@%&\u00C0-\u00DE]/.test(character) ? 0.72 : 0.55
}
