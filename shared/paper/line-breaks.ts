import { plainText } from './markup.ts'
import { cutTokens, endsOpen, startsClosing } from './text-tokens.ts'
import { widthOf } from './text-lines.ts'

/**
 * A text in pieces that are not torn apart at a line's end, one list for each of its paragraphs: dates, numbers with
 * their measure, words of Latin letters, a sign with its punctuation, and the last few characters, so that none stands
 * alone on a line. No piece is wider than the column: what is, is broken anywhere.
 *
 * @param width of the column in em
 */
export function piecesOf(text: string, width: number): string[][] {
  return plainText(text)
    .split('\n')
    .map((line) => withTail(bound(cutTokens(line, width), width), width))
}

/** The lines that a text takes in a column, as a browser breaks it; `width` in em. */
export const breakLines = (text: string, width: number): string[] => breakParagraphs(text, width).flat()

/** A text in parts of at most so many lines, in which paragraphs end where they did. */
export function cutText(text: string, width: number, most: number): string[] {
  const lines = markedLines(text, width)
  return Array.from({ length: Math.ceil(lines.length / most) }, (_, part) =>
    rejoined(lines.slice(part * most, (part + 1) * most)),
  )
}

/** A text's first so many lines, and what is left behind them. */
export function splitText(text: string, width: number, count: number): readonly [string, string] {
  const lines = markedLines(text, width)
  return [rejoined(lines.slice(0, count)), rejoined(lines.slice(count))]
}

/** Lines, those with a line break that end a paragraph. */
const markedLines = (text: string, width: number): string[] =>
  breakParagraphs(text, width).flatMap((lines) => [...lines.slice(0, -1), `${lines.at(-1) ?? ''}\n`])

const rejoined = (lines: readonly string[]): string => lines.join('').replace(/\n$/, '')

const breakParagraphs = (text: string, width: number): string[][] =>
  piecesOf(text, width).map((pieces) => {
    const lines: string[] = []
    let line = ''
    let used = 0
    for (const piece of pieces) {
      // A blank at a line's end takes no room.
      const wide = wideWidth(piece.trimEnd())
      if (line !== '' && used + wide > width) {
        lines.push(line)
        line = ''
        used = 0
      }
      line += piece
      used += wideWidth(piece)
    }
    return [...lines, line]
  })

/** Digits and letters of a font that nobody knows may be wider than any that an office has. */
const wideDigit = 0.09
const wideLetter = 0.05

function wideWidth(piece: string): number {
  let wide = widthOf(piece)
  for (let index = 0; index < piece.length; index++) {
    const code = piece.charCodeAt(index)
    if (code < 0x250) wide += code >= 48 && code < 58 ? wideDigit : wideLetter
  }
  return wide
}

/** Of a sign that comes again and again every fifth may begin a line: ！！！！！！ */
const sameAgain = /(.)\1{3}$/u

/** Puts closing punctuation to what it follows, opening punctuation to what follows it, as far as the column is wide. */
function bound(pieces: readonly string[], width: number): string[] {
  const all: string[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (
      last !== undefined &&
      (startsClosing(piece) || endsOpen(last)) &&
      !sameAgain.test(last) &&
      widthOf((last + piece).trimEnd()) <= width
    )
      all[all.length - 1] = last + piece
    else all.push(piece)
  }
  return all
}

/** So much at least stands on the last line, in em. */
const shortestTail = 3

function withTail(pieces: readonly string[], width: number): string[] {
  const all = [...pieces]
  for (;;) {
    const [before, last] = all.slice(-2)
    if (before === undefined || last === undefined) return all
    if (widthOf(last) >= shortestTail || widthOf(before + last) > width / 2) return all
    all.splice(-2, 2, before + last)
  }
}
