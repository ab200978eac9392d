import { widthOf } from './text-lines.ts'

/** Latin words up to this length are not broken; longer ones are names that a camera or a program made. */
const longestKept = 16

const tokens = new RegExp(
  [
    String.raw`\d{4}年\d{1,2}月\d{1,2}日`,
    String.raw`\d{4}年\d{1,2}月`,
    String.raw`\d{1,2}月\d{1,2}日`,
    // Telephone numbers, also several of them with a stroke between.
    String.raw`\d[\d-]{6,}转\d{1,6}`,
    String.raw`\d[\d-]{6,19}\/?(?![!-~])|\d[\d-]{6,19}\/(?=\d)`,
    String.raw`第\d+[次号页版封包]`,
    String.raw`[0-9a-f]{4}(?: [0-9a-f]{4}){3}`,
    String.raw`\d[\d.,]* (?:[KMGT]B|字节)`,
    String.raw`\d{1,3}分\d{1,2}秒`,
    String.raw`\d[\d.,]*[个项张件天年月日时分秒次份]`,
    // Words, also of scripts whose letters are joined: Mongolian, Uyghur.
    String.raw`[!-~\u00A1-\u00B6\u00B8-\u1FFF]+(?: (?=[!-~]))?`,
    String.raw`.`,
  ].join('|'),
  'gsu',
)

const characters = (text: string): string[] =>
  Array.from(text.matchAll(/.[\p{M}\u200D\uFE0E\uFE0F]*/gsu), ([one]) => one)

/** A line in dates, numbers with their measure, words and single characters; none wider than the column. */
export function cutTokens(line: string, width: number): string[] {
  return Array.from(line.matchAll(tokens), ([token]) => token).flatMap((token) =>
    (isLatin(token) && token.length > longestKept) || widthOf(token.trimEnd()) > width
      ? characters(token)
      : [token],
  )
}

const isLatin = (token: string): boolean => /^[!-~\u00A1-\u024F]+ ?$/.test(token)

/** Whether a text begins with what must not begin a line. */
export const startsClosing = (text: string): boolean =>
  /^[，。、；：？！）》〉」』】〕”’…—％　 \p{M}]/u.test(text)
/** Whether a text ends with what must not end a line. */
export const endsOpen = (text: string): boolean => /[（《〈「『【〔“‘]$/u.test(text)
