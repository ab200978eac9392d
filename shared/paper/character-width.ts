/** Halves of an em in 仿宋; a substitute font's are wider, capitals most. */
const letter = 0.55
const capital = 0.72
const widest: Readonly<Record<string, number>> = { W: 1, '@': 1, '%': 0.96, M: 0.9, m: 0.98, w: 0.82 }

/** Of the characters up to U+024F, by their codes. */
const latin: readonly number[] = Array.from({ length: 0x250 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (character === '·') return 1
  return widest[character] ?? (/[A-Z&\u00C0-\u00DE]/.test(character) ? capital : letter)
})

const noWidth = /[\u200B-\u200F\u{1F3FB}-\u{1F3FF}\uFE00-\uFE0F\u{E0000}-\u{E01EF}]/u
const mark = /\p{Mn}/u
const drawing = /\p{Emoji_Presentation}/u

/**
 * How wide a character is at most, in em: a Chinese one is one in every font, for all others the fonts of a machine
 * differ. Scripts between Latin and Chinese (Greek, Cyrillic, Mongolian, Thai) count as Chinese ones do.
 *
 * @param before the character before it: a font that cannot stack marks sets the second one beside the first
 */
export function characterWidth(character: string, before = ''): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x250) return latin[code] ?? letter
  if (code >= 0x2e80 && code < 0xa4d0) return code >= 0x302a && code < 0x3030 ? 0 : 1
  if (noWidth.test(character)) return 0
  if (mark.test(character)) return code < 0x370 && !mark.test(before) ? 0 : 1
  // Whole formulas in one sign: ﷽ and cuneiform numbers.
  if ((code >= 0xfdf0 && code < 0xfdff) || (code >= 0x12000 && code < 0x12550)) return 6
  return drawing.test(character) ? 1.4 : 1
}
