import { type ActivityTime, formatActivityTime, parseActivityTime } from '../text/activity-time.ts'
import { formatPoint } from '../text/partial-date.ts'

/** A time as it is written into columns that hold a part of it each. */
export interface TimeColumns {
  readonly start: string
  readonly end: string
  readonly day: string
  readonly hours: string
}

/** A time that names no year keeps naming none; it is read in a leap year, which has every day. */
const assumedYear = 2024

/** Nothing but days and hours: a remark beside them would be lost. */
const plainTime = /^[\d年月日号时点分半早中下上晚午晨傍./:：\-–—~～至到、\s]+$/u

/**
 * Parts a time for two columns. Only days without hours have a start and an end (9月17日—23日), each written in full; only
 * a time of day that goes for all days stands by itself. Anything else is left whole in the first, where nothing of it
 * can be lost.
 */
export function timeColumns(text: string): TimeColumns {
  const time = parseActivityTime(text, { assumedYear })
  const whole: TimeColumns = { start: text, end: '', day: text, hours: '' }
  if (time.kind !== 'span' || !plainTime.test(text)) return whole
  if (time.timeText !== undefined)
    return { ...whole, day: daysOf(time), hours: time.timeText.replaceAll('-', '—') }
  if (time.from === time.to || time.parts) return whole
  const [start, end] = [time.from, time.to].map((day) => dayText(day, time.assumedYear))
  return { ...whole, start: start ?? text, end: end ?? '' }
}

type Span = Extract<ActivityTime, { kind: 'span' }>

/** The time without its hours, which every day of it has. */
function daysOf({ kind, text, from, to, parts, assumedYear: isAssumed }: Span): string {
  const days = parts?.map((part) => ({ from: part.from, to: part.to }))
  const written = formatActivityTime({
    kind,
    text,
    from,
    to,
    assumedYear: isAssumed,
    ...(days && { parts: days }),
  })
  return isAssumed ? written.replaceAll(`${assumedYear}年`, '') : written
}

function dayText(iso: string, isAssumed: boolean): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
  return formatPoint({ year, month, day }, isAssumed ? { year, month: 0 } : undefined)
}
