import { type DaySpan, readDaySpans } from './activity-spans.ts'
import { type TimeToken, activityTokens } from './activity-tokens.ts'
import { isDay, isMonth } from './calendar.ts'
import { plainDateText } from './date-text.ts'
import { type DatePoint, formatPoint } from './partial-date.ts'

/** When an activity takes place; `text` is what was written. */
export type ActivityTime =
  | (DaySpan & {
      readonly kind: 'span'
      /** No year was written, so the assumed one was taken. */
      readonly assumedYear: boolean
      readonly text: string
      /**
       * The single dates where several were written (9月17日、19日); `from`..`to` then reaches over all of them.
       */
      readonly parts?: readonly DaySpan[]
    })
  /** Understood, but no days can be told: 9月中旬, 科普日期间. */
  | { readonly kind: 'vague'; readonly text: string }
  /** A day that does not exist, or an end before its beginning. */
  | { readonly kind: 'impossible'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly text: string }

interface ActivityTimeOptions {
  /** The year of a time that names none. */
  readonly assumedYear: number
  /** The first year of the workbook's serial numbers: 1904 in workbooks from old Macs, else 1900. */
  readonly excelEpoch?: 1900 | 1904
}

/** Several dates with hours and brackets; what is longer is a text, not a time. */
const longest = 400

type DateToken = Extract<TimeToken, { kind: 'date' }>
type Reading =
  | 'vague'
  | 'impossible'
  | 'unreadable'
  | { readonly parts: readonly DaySpan[]; readonly assumedYear: boolean }

/**
 * Reads an activity's time as offices write it (notice, Annex 2): 9月17日, 9月17-23日, 2023.9.17, 9月19日上午,
 * 9月17日8:30-11:30, 9月17日、19日, Excel's serial numbers, full-width digits and every dash. A bracket that cannot
 * be read (遇雨顺延) is passed over.
 */
export function parseActivityTime(value: string | number, options: ActivityTimeOptions): ActivityTime {
  const { assumedYear, excelEpoch = 1900 } = options
  const key = `${typeof value} ${assumedYear} ${excelEpoch} ${value}`
  const known = remembered.get(key)
  if (known) return known
  const time = parse(value, options)
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(key, time)
  return time
}

/** The rules ask for the same times on every letter that is written, and lists name few different ones. */
const remembered = new Map<string, ActivityTime>()
const mostRemembered = 5000

function parse(value: string | number, options: ActivityTimeOptions): ActivityTime {
  const text = String(value).trim()
  if (text.length > longest) return { kind: 'unreadable', text: `${text.slice(0, 40)}…` }
  const plain = fromSerial(text, options.excelEpoch ?? 1900) ?? plainDateText(text)
  // In a number cell 9.2 may be the 2nd or the 20th: Excel drops the last zero.
  const reading =
    typeof value === 'number' && /^\d{1,2}\.[123]$/u.test(plain) ? 'unreadable' : read(plain, options)
  if (typeof reading === 'string') return { kind: reading, text }
  const { parts, assumedYear } = reading
  const from = parts.map((part) => part.from).reduce((one, other) => (one < other ? one : other))
  const to = parts.map((part) => part.to).reduce((one, other) => (one > other ? one : other))
  const time = parts.every((part) => part.timeText === parts[0]?.timeText) ? parts[0]?.timeText : undefined
  const span = {
    kind: 'span',
    from,
    to,
    ...(time === undefined ? {} : { timeText: time }),
    assumedYear,
    text,
  } as const
  return parts.length > 1 ? { ...span, parts } : span
}

/**
 * A serial number as date and time; only for days from 2000 to 2099, since any other number is something
 * else.
 */
function fromSerial(text: string, epoch: 1900 | 1904): string | undefined {
  if (!/^\d{5}(?:\.\d+)?$/u.test(text)) return undefined
  const minutes = Math.round(Number(text) * 1440)
  // Counting from 30 December 1899 makes up for the 29 February 1900 that Excel believes in.
  const start = epoch === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const iso = new Date(start + minutes * 60_000).toISOString()
  return iso.startsWith('20') ? iso.slice(0, 16).replace('T', ' ') : undefined
}

const vagueWords = new RegExp(
  [
    '期间|[全常当本]年|长期|旬|季度|半年|[春夏秋冬]季|每[天日周月年]|周末|工作日|全天候|学期|[寒暑]假|假期|节日?前后',
    '待定|待通知|另行|不定期|适时|近期|随时|即日|[月年][初底末中]|科普[日周月]|科技[活周]|\\d月(?!\\d)|^\\d{4}年?$',
  ].join('|'),
  'u',
)

function read(plain: string, { assumedYear }: ActivityTimeOptions): Reading {
  const tokens = activityTokens(plain) ?? activityTokens(plain.replace(/\([^()]*\)|【[^【】]*】/gu, ''))
  if (tokens === undefined) return vagueWords.test(plain) ? 'vague' : 'unreadable'
  const dates = tokens.filter((token) => token.kind === 'date')
  const writtenYear = dates.find((date) => date.year !== undefined)?.year
  const year = writtenYear ?? assumedYear
  if (dates.some((date) => isImpossible(date, year))) return 'impossible'
  if (!dates.some((date) => date.day !== undefined))
    return dates.length > 0 || vagueWords.test(plain) ? 'vague' : 'unreadable'
  const inexact = dates.some((date) => date.month !== undefined && date.day === undefined)
  if (inexact || tokens.some((token) => token.kind === 'loose')) return 'vague'
  const parts = readDaySpans(tokens, year)
  return typeof parts === 'string' ? parts : { parts, assumedYear: writtenYear === undefined }
}

/**
 * A month or a whole date that no calendar has; a day without its month is judged when the month is known.
 */
const isImpossible = ({ year = 0, month, day = 1 }: DateToken, otherYear: number): boolean =>
  month !== undefined && (!isMonth(month) || !isDay(year === 0 ? otherYear : year, month, day))

const pointOf = (day: string): DatePoint & { readonly month: number } => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return { year, month, day: date }
}

/** `2023年9月17日—23日8:30—11:30`, several dates joined by 、; the text itself where no days can be told. */
export function formatActivityTime(time: ActivityTime): string {
  if (time.kind !== 'span') return time.text
  return (time.parts ?? [time])
    .map(({ from, to, timeText = '' }, index, parts) => {
      const before = parts[index - 1]
      const first = pointOf(from)
      // Month and day are always written: 9月17日、9月19日 cannot be misread.
      const start = formatPoint(first, before && { ...pointOf(before.to), month: 0 })
      const end = from === to ? '' : `—${formatPoint(pointOf(to), first)}`
      return `${start}${end}${timeText.replaceAll('-', '—')}`
    })
    .join('、')
}
