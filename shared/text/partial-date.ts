import { clockTime, tidyTime } from './clock-time.ts'
import { daysInMonth, isDay, isMonth, isoDate } from './calendar.ts'
import { plainDateText } from './date-text.ts'

/** A year, a month of it, or a day of that. */
export interface DatePoint {
  readonly year: number
  readonly month?: number
  readonly day?: number
}

/** When something was, as exactly as is known. */
export interface PartialDate extends DatePoint {
  /** The last year, month or day of a range, as exact as the first. */
  readonly until?: DatePoint
  /** A time of day written behind a day, in half-width spelling: `上午`, `10:30`. Not used in comparisons. */
  readonly time?: string
}

interface PartialDateOptions {
  /** The year of a date that names none; without it such a date is not understood. */
  readonly assumedYear?: number
}

type Fragment = { readonly [K in 'year' | 'month' | 'day' | 'last']?: number }

const spellings = [
  /^(?<year>\d{4})年?$/u,
  /^(?<year>\d{4})([-./:])(?<month>\d{1,2})(?:\2(?<day>\d{1,2})[日号]?|月份?)?$/u,
  /^(?<year>\d{4})年(?<month>\d{1,2})(?:月份?|[月.](?<day>\d{1,2})[日号]?)?$/u,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})?$/u,
  /^(?<month>\d{1,2})[月./](?<day>\d{1,2})[日号]?$/u,
  /^(?<month>\d{1,2})月份?$/u,
  /^(?<day>\d{1,2})[日号]$/u,
  /^(?<last>\d{1,2})$/u,
]

/** Years that a picture or an activity can have: anything else is a slip of the pen. */
const isYear = (year: number): boolean => year >= 1900 && year <= 2099

function readFragment(text: string): Fragment | undefined {
  for (const spelling of spellings) {
    const groups: Readonly<Record<string, string | undefined>> | undefined = spelling.exec(text)?.groups
    if (groups === undefined) continue
    const written = Object.entries(groups).filter(([, figures]) => figures !== undefined)
    return Object.fromEntries(written.map(([part, figures]) => [part, Number(figures)]))
  }
  return undefined
}

/** What a text says: a date, a day or month that no calendar has (or an end before its beginning), or nothing. */
type DateReading =
  | { readonly kind: 'date'; readonly date: PartialDate; readonly assumedYear: boolean }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'unreadable' }

type Point = DatePoint | 'impossible' | undefined

function toPoint(fragment: Fragment | undefined, assumedYear: number | undefined): Point {
  if (fragment === undefined || fragment.last !== undefined) return undefined
  const { month, day } = fragment
  const year = fragment.year ?? assumedYear
  if (month !== undefined && (year === undefined || isYear(year))) {
    // Where no year is known, one with a 29 February is lenient.
    const exists = day === undefined ? isMonth(month) : isDay(year ?? 2024, month, day)
    if (!exists) return 'impossible'
  }
  if (year === undefined || !isYear(year)) return undefined
  if (month === undefined) return day === undefined && fragment.year !== undefined ? { year } : undefined
  return day === undefined ? { year, month } : { year, month, day }
}

/** The end of a range takes from its beginning what it leaves out: 2023.5.20-22, 2023年5月-6月. */
function toEnd(fragment: Fragment | undefined, from: DatePoint): Point {
  if (fragment === undefined) return undefined
  const last = fragment.last
  const day = fragment.day ?? (from.day === undefined ? undefined : last)
  const month =
    fragment.month ?? (from.day === undefined ? last : fragment.year === undefined ? from.month : undefined)
  const year = fragment.year ?? from.year
  const asExact =
    (day === undefined) === (from.day === undefined) && (month === undefined) === (from.month === undefined)
  if (!asExact) return undefined
  const parts = { ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) }
  const end = toPoint({ year, ...parts }, undefined)
  return typeof end === 'object' && pointIso(end) < pointIso(from) ? 'impossible' : end
}

function readRange(text: string, assumedYear: number | undefined): PartialDate | 'impossible' | undefined {
  const whole = toPoint(readFragment(text), assumedYear)
  if (typeof whole === 'object') return whole
  let impossible = whole !== undefined
  for (const { index } of text.matchAll(/[-/]/gu)) {
    const from = toPoint(readFragment(text.slice(0, index)), assumedYear)
    const second = readFragment(text.slice(index + 1))
    const until = typeof from === 'object' ? toEnd(second, from) : from && second && 'impossible'
    impossible ||= until === 'impossible'
    if (typeof from === 'object' && typeof until === 'object')
      return pointIso(from) === pointIso(until) ? from : { ...from, until }
  }
  return impossible ? 'impossible' : undefined
}

const timeBehind = new RegExp(`(?:[T ]|(?<![\\d:]))(?<time>${clockTime})(?:\\.\\d+)?Z?$`, 'u')

/** No date is longer; a whole text pasted into the field is none. */
const longest = 100

/**
 * Reads what clerks, cameras and Excel write: 2023, 2023年5月, 2023.5.20, 2023-05-20T10:30:00, 20230520, ranges
 * of equal exactness.
 */
export function readPartialDate(text: string, options: PartialDateOptions = {}): DateReading {
  if (text.length > longest) return { kind: 'unreadable' }
  const plain = plainDateText(text).replace(/^(\d{8})[ _]?(\d\d)(\d\d)(\d\d)$/u, '$1 $2:$3:$4')
  const known = readTimed(plain, undefined)
  if (typeof known === 'object') return { kind: 'date', date: known, assumedYear: false }
  const { assumedYear } = options
  const assumed = assumedYear === undefined ? undefined : readTimed(plain, assumedYear)
  if (typeof assumed === 'object') return { kind: 'date', date: assumed, assumedYear: true }
  return { kind: known ?? assumed ?? 'unreadable' }
}

/** Undefined for anything but a date, for days that do not exist, and for ranges that run backwards. */
export function parsePartialDate(text: string, options: PartialDateOptions = {}): PartialDate | undefined {
  const reading = readPartialDate(text, options)
  return reading.kind === 'date' ? reading.date : undefined
}

/** A date, with the time of day behind a day. */
function readTimed(plain: string, assumedYear: number | undefined): PartialDate | 'impossible' | undefined {
  const date = readRange(plain, assumedYear)
  if (typeof date === 'object') return date
  const behind = timeBehind.exec(plain)
  const dated = behind ? readRange(plain.slice(0, behind.index), assumedYear) : undefined
  if (typeof dated !== 'object') return date ?? dated
  if (dated.day === undefined) return date
  const time = tidyTime(behind?.groups?.['time'] ?? '')
  return time === undefined ? dated : { ...dated, time }
}

const pointIso = (point: DatePoint): string => isoDate(point.year, point.month, point.day)

/** First and last day, both included, `YYYY-MM-DD`. */
export function spanOf(date: PartialDate): { readonly from: string; readonly to: string } {
  const { year, month = 12, day = daysInMonth(year, month) } = date.until ?? date
  return { from: isoDate(date.year, date.month ?? 1, date.day ?? 1), to: isoDate(year, month, day) }
}

/**
 * `2023`, `2023-05`, `2023-05-20`; a range as ISO 8601 writes it, `2023-05-20/2023-05-22`. Without the time.
 */
export const partialDateIso = (date: PartialDate): string =>
  date.until === undefined ? pointIso(date) : `${pointIso(date)}/${pointIso(date.until)}`

/** `2023年`, `2023年5月`, `2023年5月20日—22日`, `2023年5月20日上午`: all that was understood. */
export function formatPartialDate(date: PartialDate): string {
  const end = date.until === undefined ? '' : `—${formatPoint(date.until, date)}`
  return `${formatPoint(date)}${end}${date.time ?? ''}`
}

/** A date in Chinese; of the end of a range, only what its beginning does not say. */
export function formatPoint(point: DatePoint, from?: DatePoint): string {
  const sameYear = from?.year === point.year && point.month !== undefined
  const sameMonth = sameYear && from.month === point.month && point.day !== undefined
  const day = point.day === undefined ? '' : `${point.day}日`
  if (sameMonth) return day
  return `${sameYear ? '' : `${point.year}年`}${point.month === undefined ? '' : `${point.month}月`}${day}`
}

/**
 * Whether the date may lie in the window of partial dates `from`..`to`, both included. A year or a month that
 * the window only cuts is inside: what is known does not contradict the notice.
 */
export function isWithin(date: PartialDate, from: string, to: string): boolean {
  const span = spanOf(date)
  return span.to >= from && span.from.slice(0, to.length) <= to
}

/** Whether the date, or the end of its range, certainly lies after the day `YYYY-MM-DD`. */
export const isAfter = (date: PartialDate, day: string): boolean => spanOf(date.until ?? date).from > day
