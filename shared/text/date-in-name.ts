import { isDay, isMonth, isoDate } from './calendar.ts'
import { wallClock } from './wall-clock.ts'

/** A date found in the name of a file or folder, and where it stands there. */
interface DateInName {
  /** `2023-05-20`, `2023-05` or `2023`. */
  readonly iso: string
  readonly start: number
  readonly end: number
}

/** Hours ahead of UTC in all of China: chat programs count from 1970 in UTC. */
const chinaOffset = 8

const time = String.raw`(?:[-_T ]?(?:[01]\d|2[0-3])[-:.时]?[0-5]\d(?:[-:.分]?[0-5]\d秒?)?(?:[-_.]?\d{3})?)?`
/** The end of 2023.5.20-22, which goes with the date. */
const rangeEnd = String.raw`(?:[-—~～至](?:\d{1,2}[月./-])?\d{1,2}(?![-\d])[日号]?)`
const year = String.raw`(?<!\d)(?<year>(?:19|20)\d\d)`

/** Most telling first: a date in full, in digits, with 年, then the milliseconds of a chat program. */
const patterns = [
  `${year}([-._/ ])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})(?!\\d)[日号]?(?:${rangeEnd}|${time}(?!\\d))`,
  `${year}年(?<month>\\d{1,2})[月.](?<day>\\d{1,2})(?!\\d)[日号]?(?:${rangeEnd}|${time}(?!\\d))`,
  `${year}(?<month>[01]\\d)(?<day>[0-3]\\d)${time}(?!\\d)`,
  `(?:mmexport|wx_camera_)(?<milliseconds>1\\d{12})(?!\\d)`,
  `${year}年(?<month>\\d{1,2})月份?`,
  `${year}[-.](?<month>0[1-9]|1[0-2])(?![-.\\d])`,
  `${year}年度?`,
].map((source) => new RegExp(source, 'iu'))

function isoOf(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const milliseconds = groups['milliseconds']
  if (milliseconds !== undefined) return wallClock(new Date(Number(milliseconds)), chinaOffset).slice(0, 10)
  const [years, month, day] = ['year', 'month', 'day'].map((part) =>
    groups[part] === undefined ? undefined : Number(groups[part]),
  )
  if (years === undefined) return undefined
  if (month !== undefined && !isMonth(month)) return undefined
  return day === undefined || isDay(years, month ?? 0, day) ? isoDate(years, month, day) : undefined
}

/**
 * The date in a file's or folder's name (one part of a path, without extension): 2023-05-20, 2023.5.20,
 * 20230520_101010, 2023年5月, 2019年, mmexport1690000000000 (the moment of saving, in China's time). The most
 * exact kind wins.
 */
export function dateInName(name: string): DateInName | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(name)
    const iso = match?.groups && isoOf(match.groups)
    if (match && iso !== undefined) return { iso, start: match.index, end: match.index + match[0].length }
  }
  return undefined
}
