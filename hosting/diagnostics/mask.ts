import { homedir } from 'node:os'

const digit = '[0-9０-９]'
const mark = '[-－ ]?'
/** Digits in hashes, ids and sizes are longer or have letters beside them. */
const alone = { before: '(?<![0-9０-９A-Za-z.])', after: '(?![0-9０-９A-Za-z])' }
const mobile = new RegExp(
  `${alone.before}([1１][3-9３-９]${digit})${mark}${digit}{4}${mark}(${digit}{4})${alone.after}`,
  'g',
)
const area = `[0０](?:[1１][0０]|[2２]${digit}|${digit}{3})`
const landline = new RegExp(
  `${alone.before}(${area})([-－ )）]?)${digit}{3,4}(${digit}{4})${alone.after}`,
  'g',
)

/** Phone numbers as `138****5678` and `024-****1703`. */
export const maskPhones = (text: string): string =>
  text.replaceAll(mobile, '$1****$2').replaceAll(landline, '$1$2****$3')

/** A text of this computer without phone numbers and without the name that its user has on it (the home folder). */
export function maskText(text: string, home = homedir()): string {
  if (home.length < 4) return maskPhones(text)
  // As it stands, and as JSON writes it on Windows.
  const written = [home, home.replaceAll('\\', '\\\\')]
  return maskPhones(written.reduce((all, one) => all.replaceAll(one, '~'), text))
}

/** 王晓萌 as 王**. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.min(rest.length, 4))
}
