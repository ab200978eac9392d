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

export interface PartialDateOptions {
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

function toPoint(fragment: Fragment | undefined, assumedYear: number | undefined): DatePoint | undefined {
  const year = fragment?.year ?? assumedYear
  if (fragment === undefined || year === undefined || !isYear(year) || fragment.last !== undefined)
    return undefined
  const { month, day } = fragment
  if (month === undefined) return day === undefined && fragment.year !== undefined ? { year } : undefined
  if (day === undefined) return isMonth(month) ? { year, month } : undefined
  return isDay(year, month, day) ? { year, month, day } : undefined
}

/** The end of a range takes from its beginning what it leaves out: 2023.5.20-22, 2023年5月-6月. */
function toEnd(fragment: Fragment | undefined, from: DatePoint): DatePoint | undefined {
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
  return end !== undefined && pointIso(end) >= pointIso(from) ? end : undefined
}

function readRange(text: string, assumedYear: number | undefined): PartialDate | undefined {
  const whole = toPoint(readFragment(text), assumedYear)
  if (whole !== undefined) return whole
  for (const { index } of text.matchAll(/[-/]/gu)) {
    const from = toPoint(readFragment(text.slice(0, index)), assumedYear)
    const until = from && toEnd(readFragment(text.slice(index + 1)), from)
    if (from !== undefined && until !== undefined)
      return pointIso(from) === pointIso(until) ? from : { ...from, until }
  }
  return undefined
}

const timeBehind = new RegExp(`(?:[T ]|(?<![\\d:]))(?<time>${clockTime})(?:\\.\\d+)?Z?$`, 'u')

/**
 * Reads what clerks, cameras and Excel write: 2023, 2023年5月, 2023.5.20, 2023-05-20T10:30:00, 20230520, ranges
 * of equal exactness. Undefined for anything else, for days that do not exist, and for ranges that run
 * backwards.
 */
export function parsePartialDate(text: string, options: PartialDateOptions = {}): PartialDate | undefined {
  const plain = plainDateText(text).replace(/^(\d{8})[ _]?(\d\d)(\d\d)(\d\d)$/u, '$1 $2:$3:$4')
  const date = readRange(plain, options.assumedYear)
  if (date !== undefined) return date
  const behind = timeBehind.exec(plain)
  const dated = behind && readRange(plain.slice(0, behind.index), options.assumedYear)
  if (dated?.day === undefined) return undefined
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
