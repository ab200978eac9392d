import type { Field } from '../notice/field.ts'
import { formatActivityTime, parseActivityTime } from '../text/activity-time.ts'
import { parsePhones } from '../text/phone.ts'
import { cellString, type RawCell } from './raw-table.ts'

/** What a table says about its values as a whole. */
export interface ValueOptions {
  /** The year of times that name none. */
  readonly year: number
  /** The first year of serial numbers of days. */
  readonly epoch: 1900 | 1904
  /** Values that were read already, for times and phones stand in many rows. */
  readonly known?: Map<string, string>
}

/** The text of a cell as the list writes it. */
export function readValue(cell: RawCell, field: Field, options: ValueOptions): string {
  const key = `${field.key} ${typeof cell === 'object' ? (cell.is ?? '') : ''} ${cellString(cell)}`
  const known = options.known?.get(key)
  if (known !== undefined) return known
  const value = valueOf(cell, field, options)
  options.known?.set(key, value)
  return value
}

function valueOf(cell: RawCell, field: Field, options: ValueOptions): string {
  const text = cellString(cell).trim()
  switch (field.type) {
    case 'paragraph':
      return text.replace(/\r\n?/gu, '\n')
    case 'activity-time':
      return timeText(cell, options)
    case 'phone':
      return phoneText(text)
    case 'choice':
      return chosen(text, field.choices ?? [])
    case 'number':
      return figures(text)
    case 'text':
    case 'partial-date':
      return oneLine(text)
    case 'sequence':
      return ''
  }
}

/** Line breaks inside a field of one line: between Chinese characters they are nothing, else a space. */
export const oneLine = (text: string): string =>
  text
    .trim()
    .replace(/(?<=[\p{Script=Han}\p{P}])[^\S\r\n]*[\r\n]+\s*(?=[\p{Script=Han}\p{P}])/gu, '')
    .replace(/\s*[\r\n]+\s*/gu, ' ')

/** A time as it is printed; as it was written where its days cannot be told. */
export function timeText(cell: RawCell, { year, epoch }: ValueOptions): string {
  const text = cellString(cell).trim()
  if (text === '') return ''
  const isNumber = typeof cell === 'object' && cell.is === 'number' && Number.isFinite(Number(text))
  const time = parseActivityTime(isNumber ? Number(text) : text, { assumedYear: year, excelEpoch: epoch })
  return time.kind === 'span' ? formatActivityTime(time) : oneLine(text)
}

/** One time out of a start and an end: 9月17日 and 9月19日, or 9月17日8:30 and 11:30. */
export function spanText(start: RawCell, end: RawCell, options: ValueOptions): string {
  const [from, to] = [timeText(start, options), timeText(end, options)]
  if (from === '' || to === '' || from === to) return from === '' ? to : from
  return timeText(`${from}—${to}`, options)
}

function phoneText(text: string): string {
  const phones = parsePhones(text)
  const numbers = phones.flatMap((phone) => ('number' in phone ? [phone.number] : []))
  return numbers.length === phones.length ? numbers.join('、') : oneLine(text)
}

/** Text for comparing: no spaces, no marks, one width, small letters. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]+/gu, '')
    .toLowerCase()

/** The choice that the text is; else the only one that contains it or is contained in it. */
function chosen(text: string, choices: readonly string[]): string {
  const plain = plainText(text)
  const same = choices.find((choice) => plainText(choice) === plain)
  if (same !== undefined) return same
  const near = choices.filter((choice) => {
    const other = plainText(choice)
    return plain.length >= 2 && (other.includes(plain) || plain.includes(other))
  })
  return near.length === 1 ? (near[0] ?? text) : oneLine(text)
}

/** 约200人 is 200, 1.2万人次 is 12000; what is more than one number stays as it was written. */
function figures(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\s,]+/gu, '')
  const match =
    /^(?:预?计|大?约|近|共|不少于|每?场?约)*(\d+(?:\.\d+)?)(万|千)?[余多]?(?:人次|人|名|位|个|次)?(?:左右|以上|上下)?$/u.exec(
      plain,
    )
  if (match === null) return oneLine(text)
  const [, digits = '', unit] = match
  const times = unit === '万' ? 10_000 : unit === '千' ? 1_000 : 1
  return String(Math.round(Number(digits) * times))
}
