import type { Field } from '../notice/field.ts'
import { parseActivityTime } from '../text/activity-time.ts'
import { oneLine } from '../text/joined-lines.ts'
import { parsePhones } from '../text/phone.ts'
import { writtenTime } from '../text/written-time.ts'
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

/** A time as it is printed; as it was written where its days cannot be told. */
export function timeText(cell: RawCell, { year, epoch }: ValueOptions): string {
  const text = cellString(cell).trim()
  if (text === '') return ''
  const isNumber = typeof cell === 'object' && cell.is === 'number' && Number.isFinite(Number(text))
  const time = parseActivityTime(isNumber ? Number(text) : text, { assumedYear: year, excelEpoch: epoch })
  return time.kind === 'span' ? writtenTime(text, time, year) : oneLine(text)
}

/** One time out of a start and an end: 9月17日 and 9月19日, or 9月17日8:30 and 11:30. */
export function spanText(start: RawCell, end: RawCell, options: ValueOptions): string {
  const [from, to] = [timeText(start, options), timeText(end, options)]
  if (from === '' || to === '' || from === to) return from === '' ? to : from
  return timeText(`${from}—${to}`, options)
}

/** One time out of its days and its hours: 9月17日 and 8:30-11:30. */
export function dayAndHours(day: RawCell, hours: RawCell, options: ValueOptions): string {
  const [days, times] = [timeText(day, options), hoursText(hours)]
  if (days === '' || times === '') return days === '' ? timeText(hours, options) : days
  const read = (text: string) => parseActivityTime(text, { assumedYear: options.year })
  const [whole, one] = [read(times), read(days)]
  // The column of the hours may tell the days once more.
  if (whole.kind === 'span' && one.kind === 'span' && whole.from === one.from && whole.to === one.to)
    return timeText(times, options)
  return whole.kind === 'span' || read(`${days} ${times}`).kind !== 'span'
    ? `${days} ${times}`
    : timeText(`${days} ${times}`, options)
}

/** Excel holds an hour as a part of a day: 0.375 is 9:00. */
function hoursText(cell: RawCell): string {
  const text = oneLine(cellString(cell))
  if (typeof cell !== 'object' || cell.is !== 'number' || !/^0?\.\d+$/u.test(text)) return text
  const minutes = Math.round(Number(text) * 1440)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

function phoneText(text: string): string {
  const phones = parsePhones(text)
  const numbers = phones.flatMap((phone) => ('number' in phone ? [phone.number] : []))
  return numbers.length === phones.length ? numbers.join('、') : oneLine(text)
}

/** Text for comparing: no spaces, no marks, one width, small letters. */
const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]+/gu, '')
    .toLowerCase()

/** Several choices, a choice with an explanation, or not that choice: 非竞赛类 is no 竞赛. */
const saysMore = /[、，,/／;；()（）[\]［］【】〔〕<>《》非不]/u

/** The choice that the text is; else the only one that contains it or is contained in it. */
function chosen(text: string, choices: readonly string[]): string {
  const plain = plainText(text)
  const same = choices.find((choice) => plainText(choice) === plain)
  if (same !== undefined) return same
  if (saysMore.test(text)) return oneLine(text)
  const near = choices.filter((choice) => {
    const other = plainText(choice)
    return plain.length >= 2 && (other.includes(plain) || plain.includes(other))
  })
  return near.length === 1 ? (near[0] ?? text) : oneLine(text)
}

/** A number with its words is so long at most. */
const longestNumber = 40
const numberOf =
  /^(?:预?计|大约|每?场?约|近|共|不少于)*(\d+(?:\.\d+)?)(万|千)?[余多]?(?:人次|人|名|位|个|次)?(?:左右|以上|上下)?$/u

/** 约200人 is 200, 1.2万人次 is 12000; what is more than one number stays as it was written. */
function figures(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\s,]+/gu, '')
  const match = plain.length > longestNumber ? null : numberOf.exec(plain)
  const [, digits = '', unit] = match ?? []
  const times = unit === '万' ? 10_000 : unit === '千' ? 1_000 : 1
  const number = Math.round(Number(digits) * times)
  return Number.isSafeInteger(number) && number >= 1 ? String(number) : oneLine(text)
}
