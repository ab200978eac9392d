import { type ActivityTime, formatActivityTime, parseActivityTime } from './activity-time.ts'
import { activityTokens } from './activity-tokens.ts'
import { clockTime } from './clock-time.ts'
import { plainDateText } from './date-text.ts'
import { oneLine } from './joined-lines.ts'

type Span = Extract<ActivityTime, { kind: 'span' }>

const bracketed = /[(（][^()（）]*[)）]|【[^【】]*】/gu
const weekdays = /^(?:(?:周|星期|礼拜)[一二三四五六日天][、,，至到—-]?)+$/u
const hours = new RegExp(clockTime, 'u')

/**
 * A time that was understood, as it is printed: 9.17（遇雨顺延） is 2023年9月17日（遇雨顺延）. What stands in brackets and is no
 * part of the time stays as it was written; where it belongs to one of several dates, everything does.
 *
 * @param time what was read from `text`
 */
export function writtenTime(text: string, time: Span, assumedYear: number): string {
  const found = [...text.matchAll(bracketed)]
  const notes = found.filter(([bracket]) => isNote(bracket.slice(1, -1)))
  if (notes.length === 0) return formatActivityTime(time)
  const bare = notes.reduceRight(
    (rest, { index, 0: note }) => rest.slice(0, index) + rest.slice(index + note.length),
    text,
  )
  const core = parseActivityTime(bare, { assumedYear })
  if (core.kind !== 'span') return oneLine(text)
  const [first] = notes
  const atEnd = text.slice(first?.index).replace(bracketed, '').trim() === ''
  if (core.parts && !atEnd) return oneLine(text)
  const written = `${formatActivityTime(core)}${notes.map(([note]) => oneLine(note)).join('')}`
  const again = parseActivityTime(written, { assumedYear })
  return again.kind === 'span' && daysOf(again) === daysOf(time) ? written : oneLine(text)
}

/** Neither a date nor hours, which the printed time tells, nor the day of the week of a date. */
function isNote(content: string): boolean {
  const plain = content.trim()
  if (plain === '' || weekdays.test(plain)) return false
  const tokens = activityTokens(plainDateText(plain))
  if (tokens === undefined) return true
  return !tokens.some((token) => token.kind === 'date' || (token.kind === 'time' && hours.test(token.text)))
}

const daysOf = ({ from, to, parts }: Span): string =>
  (parts ?? [{ from, to }]).map((part) => `${part.from}..${part.to}`).join()
