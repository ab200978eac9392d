import { plainText } from './markup.ts'
import { widthOf } from './text-lines.ts'

/**
 * A text in pieces that are not torn apart at a line's end, one list for each of its paragraphs: dates, numbers with
 * their measure, words of Latin letters, a sign with its punctuation, and the last few characters, so that none stands
 * alone on a line. What is wider than the column is broken anywhere.
 *
 * @param width of the column in em
 */
export function piecesOf(text: string, width: number): string[][] {
  return plainText(text)
    .split('\n')
    .map((line) => withTail(bound(cut(line, width)), width))
}

/** The lines that a text takes in a column, as a browser breaks it; `width` in em. */
export function breakLines(text: string, width: number): string[] {
  return piecesOf(text, width).flatMap((pieces) => {
    const lines: string[] = []
    let line = ''
    let used = 0
    for (const piece of pieces) {
      // A blank at a line's end takes no room.
      const wide = widthOf(piece.trimEnd())
      if (line !== '' && used + wide > width) {
        lines.push(line)
        line = ''
        used = 0
      }
      line += piece
      used += widthOf(piece)
    }
    return [...lines, line]
  })
}

/** Latin words up to this length are not broken; longer ones are names that a camera or a program made. */
const longestKept = 16

const tokens = new RegExp(
  [
    String.raw`\d{4}年\d{1,2}月\d{1,2}日`,
    String.raw`\d{4}年\d{1,2}月`,
    String.raw`\d{1,2}月\d{1,2}日`,
    String.raw`\d[\d-]{6,}转\d{1,6}`,
    String.raw`第\d+[次号页版封包]`,
    String.raw`[0-9a-f]{4}(?: [0-9a-f]{4}){3}`,
    String.raw`\d[\d.,]* (?:[KMGT]B|字节)`,
    String.raw`\d{1,3}分\d{1,2}秒`,
    String.raw`\d[\d.,]*[个项张件天年月日时分秒次份]`,
    String.raw`[!-~\u00A1-\u00B6\u00B8-\u024F]+(?: (?=[!-~]))?`,
    String.raw`.`,
  ].join('|'),
  'gsu',
)

const characters = (text: string): string[] =>
  Array.from(text.matchAll(/.[\p{M}\u200D\uFE0E\uFE0F]*/gsu), ([one]) => one)

function cut(line: string, width: number): string[] {
  return Array.from(line.matchAll(tokens), ([token]) => token).flatMap((token) =>
    (isLatin(token) && token.length > longestKept) || widthOf(token) > width ? characters(token) : [token],
  )
}

const isLatin = (token: string): boolean => /^[!-~\u00A1-\u024F]+ ?$/.test(token)

const closing = /^[，。、；：？！）》〉」』】〕”’…—％　 \p{M}]/u
const opening = /[（《〈「『【〔“‘]$/u

/** Puts closing punctuation to what it follows, opening punctuation to what follows it. */
function bound(pieces: readonly string[]): string[] {
  const all: string[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (last !== undefined && (closing.test(piece) || opening.test(last))) all[all.length - 1] = last + piece
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
