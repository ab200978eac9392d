import type { TimeToken } from './activity-tokens.ts'
import { isDay, isoDate } from './calendar.ts'
import { runsBackwards, tidyTime } from './clock-time.ts'

/** A day or a run of days, `YYYY-MM-DD`, both included, with the time of day in half-width spelling. */
export interface DaySpan {
  readonly from: string
  readonly to: string
  readonly timeText?: string
}

type Joint = 'to' | 'and' | undefined

interface OpenSpan extends DaySpan {
  readonly timeText: string
  /** Its last day has come after a time: the next time is the end of that (17日8:30-18日11:30). */
  readonly awaitsEnd: boolean
}

function withTime(span: OpenSpan, written: string, joint: Joint): OpenSpan {
  const time = tidyTime(written)
  if (time === undefined) return span
  const mark = joint === 'to' || span.awaitsEnd ? '-' : joint === 'and' ? '、' : ''
  return { ...span, timeText: `${span.timeText}${span.timeText === '' ? '' : mark}${time}`, awaitsEnd: false }
}

const isBackwards = ({ from, to, timeText }: OpenSpan): boolean =>
  to < from || (to === from && runsBackwards(timeText))

/** Puts an activity's pieces together to one span, or several where dates stand side by side. */
export function readDaySpans(
  tokens: readonly TimeToken[],
  firstYear: number,
): readonly DaySpan[] | 'impossible' | 'unreadable' {
  const spans: OpenSpan[] = []
  let [year, month, joint]: [number, number | undefined, Joint] = [firstYear, undefined, undefined]
  for (const token of tokens) {
    const span = spans.at(-1)
    if (token.kind === 'to') {
      if (joint === 'to' || span === undefined) return 'unreadable'
      joint = 'to'
    } else if (token.kind === 'and') {
      joint ??= 'and'
    } else if (token.kind === 'time') {
      if (span === undefined) return 'unreadable'
      spans[spans.length - 1] = withTime(span, token.text, joint)
      joint = undefined
    } else if (token.kind === 'date') {
      year = token.year ?? year
      month = token.month ?? month
      if (token.day === undefined) continue
      if (month === undefined) return 'unreadable'
      if (!isDay(year, month, token.day)) return 'impossible'
      const day = isoDate(year, month, token.day)
      if (joint !== 'to') spans.push({ from: day, to: day, timeText: '', awaitsEnd: false })
      else if (span === undefined || span.from !== span.to || span.awaitsEnd) return 'unreadable'
      else spans[spans.length - 1] = { ...span, to: day, awaitsEnd: span.timeText !== '' }
      joint = undefined
    }
  }
  if (joint === 'to') return 'unreadable'
  if (spans.some(isBackwards)) return 'impossible'
  return spans.map(({ from, to, timeText }) => ({ from, to, ...(timeText === '' ? {} : { timeText }) }))
}
