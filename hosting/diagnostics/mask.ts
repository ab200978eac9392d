import { homedir } from 'node:os'
import { withoutQuotes } from '../quoted-text.ts'

/** What separates folders, also as percent-encoded once or more. */
const separator = String.raw`(?:[\\/]+|%(?:25)*(?:2f|5c))`
const start = String.raw`(?<=^|[^\p{L}\p{N}_]|%(?:25)*(?:2f|5c))`
/** A name goes on until its folder ends, for it may hold blanks; what stands behind it goes with it. */
const personal = new RegExp(
  String.raw`${start}((?:users|homes?|media|documents and settings|用户)${separator})(?:(?!%(?:25)*(?:2f|5c))[^\\/:*?"<>|\r\n])+`,
  'giu',
)

const mail =
  /(?<![^\s"'<>()（）,，;；:：、/\\@＠=|])[^\s"'<>()（）,，;；:：、/\\@＠=|]+(?:[@＠]|%40)(?!\d+\.\d+\.\d)[^\s"'<>()（）,，;；:：、/\\@＠=|]+/gu

const month = String.raw`[-._年]?(?:0[1-9]|1[0-2])`
const day = String.raw`[-._月]?(?:0[1-9]|[12]\d|3[01])`
const clock = String.raw`(?:[-._T ]?[0-2]\d[-._:]?[0-5]\d[-._:]?[0-5]\d)?`
/** Between parts of one number. */
const joint = String.raw`[^\p{L}\p{N}\r\n/\\]{0,3}`
/**
 * Long numbers without which a log is of no use: ids, SHA-256, moments, dates of pictures, versions of Windows and
 * Chromium, places in a source, sizes.
 */
const kept = new RegExp(
  `(${[
    String.raw`(?<![0-9a-z])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z])`,
    String.raw`(?<![0-9a-z])[0-9a-f]{64}(?![0-9a-z])`,
    String.raw`(?<!\d)20\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)(?!\d)`,
    String.raw`(?<!\p{Nd}${joint})20[12]\d${month}${day}${clock}(?!${joint}\p{Nd})`,
    String.raw`(?<![\d.])[1-9]\d{0,2}\.0\.\d{1,5}(?:\.\d{1,5})?(?![\d.])`,
    String.raw`(?<=\.[cm]?[jt]sx?):\d{1,7}:\d{1,7}(?=\)|\s|$)`,
    String.raw`(?<!\p{Nd}${joint})\d{1,16} (?:bytes|字节)`,
  ].join('|')})`,
  'gu',
)
/** Digits with anything between them that is no letter. */
const stretch = /\p{Nd}[^\p{L}\r\n]*\p{Nd}/gu
const fewestDigits = 7
const shown = 2

/** Whatever looks like a number of a person, with a star for each digit but the last two: phones, id cards, accounts. */
export const maskNumbers = (text: string): string =>
  text
    .split(kept)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(stretch, stars)))
    .join('')

function stars(number: string): string {
  let digits = number.match(/\p{Nd}/gu)?.length ?? 0
  if (digits < fewestDigits) return number
  return number.replaceAll(/\p{Nd}/gu, (digit) => (digits-- > shown ? '*' : digit))
}

/**
 * A text of this computer without numbers of people, mail addresses, names of its users and what a broken text is quoted
 * with. Rather too much is masked than too little.
 */
export const maskText = (text: string, home = homedir()): string =>
  maskNumbers(withoutHome(withoutQuotes(text).replaceAll(personal, '$1~'), home).replaceAll(mail, '〔邮箱〕'))

/** A home folder that does not lie where they do by custom. */
function withoutHome(text: string, home: string): string {
  const names = home.split(/[\\/]+/).filter((name) => name !== '')
  if (names.length === 0 || home.length < 4) return text
  const written = names.map((name) => `(?:${[name, encodeURIComponent(name)].map(literal).join('|')})`)
  const place = `${/^[\\/]/.test(home) ? separator : ''}${written.join(separator)}`
  const before = String.raw`(?<=^|[^\p{L}\p{N}._~-]|%(?:25)*[0-9a-f]{2})`
  return text.replaceAll(new RegExp(String.raw`${before}${place}(?![\p{L}\p{N}_-])`, 'giu'), '~')
}

const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)

/** 王晓萌 as 王**. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.min(rest.length, 4))
}
