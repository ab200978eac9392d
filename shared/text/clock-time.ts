const partOfDay = '(?:凌晨|清晨|早上|早晨|上午|中午|午间|午后|下午|傍晚|晚上|晚间|夜间|全天|整天|早|晚)'
const hour = '(?:2[0-4]|[01]?\\d)'
const clock = `${hour}(?::[0-5]\\d(?::[0-5]\\d)?(?!\\d)|[时点](?:半|整|钟|[0-5]?\\d分?)?)`
const moment = `(?:${partOfDay} ?(?:${clock})?|${clock})`

/**
 * Source of a pattern for a time of day or a range of times in half-width text: `上午9:00-11:30`, `9-11时`,
 * `全天`.
 */
export const clockTime = `(?:${partOfDay}?${hour}-${hour}[时点]|${moment}(?:-(?:次日)?${moment})?)`

/**
 * The time without seconds that say nothing; undefined for midnight, which Excel writes behind a bare date.
 */
export function tidyTime(text: string): string | undefined {
  const tidy = text.replace(/(:[0-5]\d):00(?!\d)/gu, '$1').trim()
  return /^0?0:00$/u.test(tidy) ? undefined : tidy
}

/**
 * Whether a range of hours runs backwards. Only where the 24-hour clock is plain to see (an hour from 13, or
 * a leading zero): 9:00-5:00 may well mean the afternoon.
 */
export function runsBackwards(time: string): boolean {
  const match = /^(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)$/u.exec(time)
  if (match === null) return false
  const [from = '', fromMinute = '', to = '', toMinute = ''] = match.slice(1)
  const by24 = Number(from) >= 13 || from.startsWith('0') || to.startsWith('0')
  return by24 && Number(to) * 60 + Number(toMinute) < Number(from) * 60 + Number(fromMinute)
}
