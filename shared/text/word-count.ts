/** The length of a text, as Word's 字数统计 shows it. */
interface WordCount {
  /** 字数: see `countWords`. */
  readonly words: number
  /** 字符数（不计空格）. */
  readonly characters: number
}

/**
 * A flag, or a pictograph with all that is joined to it: 👨‍👩‍👧 is one. © and ® are ordinary half-width marks.
 */
const pictograph = String.raw`\p{ExtPict}[\uFE0F\p{EMod}]*`
const emoji = String.raw`\p{RI}\p{RI}|(?![\xA9\xAE])${pictograph}(?:\u200D${pictograph})*`

/**
 * Blocks set on the full square: radicals, CJK punctuation, kana, bopomofo, hangul, ideographs with their
 * extensions and compatibility forms, full-width letters, and private use, where fonts keep rare names. The
 * ideographic space and the tone and voicing marks are left out.
 */
const square = `[${[
  String.raw`\u1100-\u11FF\u2E80-\u2FFF\u3001-\u3029\u3030-\u3098\u309B-\uA4CF\uA960-\uA97F\uAC00-\uD7FF`,
  String.raw`\uE000-\uFAFF\uFE10-\uFE1F\uFE30-\uFE6F\uFF01-\uFFEE\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}`,
  String.raw`\u{1F000}-\u{1FAFF}\u{20000}-\u{3FFFF}\u{F0000}-\u{10FFFD}\p{Cs}`,
].join('')}]`

/** Marks that a Chinese font sets on the full square, though Latin text has them too: “ ” … — · ℃ ① × →. */
const typographic = String.raw`[\u2014-\u2018\u201A-\u2027\u2030-\u205E\u20A0-\u20CF\u2100-\u2BFF]`
const mark = String.raw`[\xA7\xA8\xB0\xB1\xB7\xD7\xF7]|(?=[\p{P}\p{S}\p{N}])${typographic}`

/** ’ is an apostrophe between two Latin letters (don’t) and a quotation mark anywhere else. */
const quote = String.raw`(?<!\p{sc=Latn})\u2019|\u2019(?!\p{sc=Latn})`

const single = new RegExp(`${emoji}|${square}|${mark}|${quote}`, 'gu')
const uncounted = /[\s\p{M}\p{Cc}\p{Cf}]/gu

/**
 * Counts 字 as Word does in Chinese text.
 *
 * `words`: each ideograph, kana, hangul syllable, full-width letter, emoji and full-width punctuation mark is
 * 1 (…… and —— are 2). What stands between them is cut at spaces, and each piece with a letter or a digit is
 * 1, whatever half-width marks it holds: `3.14`, `GPT-4`, `don't`, `8:30-11:30` and `a,b` are 1 each, as in
 * Word. Half-width marks alone are 0 (Word counts a lone `-` as 1; the notice's rule does not).
 *
 * `characters`: code points after composition (NFC), without white space, combining marks and invisible
 * controls.
 */
export function countWords(text: string): WordCount {
  const composed = text.normalize('NFC')
  const singles = composed.match(single)?.length ?? 0
  const runs = composed.replace(single, ' ').split(/\s+/u)
  return {
    words: singles + runs.filter((run) => /[\p{L}\p{N}]/u.test(run)).length,
    characters: [...composed.replace(uncounted, '')].length,
  }
}
