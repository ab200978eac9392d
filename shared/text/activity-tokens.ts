import { clockTime } from './clock-time.ts'

/** What one piece of an activity's time says. */
export type TimeToken =
  | { readonly kind: 'date'; readonly year?: number; readonly month?: number; readonly day?: number }
  /** A time of day, or how it recurs: 每天. */
  | { readonly kind: 'time'; readonly text: string }
  | { readonly kind: 'to' }
  | { readonly kind: 'and' }
  /** Makes the date before it inexact: 中旬, 左右, 起. */
  | { readonly kind: 'loose' }
  /** Says nothing about the days: 拟于, 科普日期间, brackets. */
  | { readonly kind: 'aside' }

const dates = [
  String.raw`(?<year>20\d\d)(?<month>\d\d)(?<day>\d\d)(?!\d)`,
  String.raw`(?<year>\d{4})([-./])(?<month>\d{1,2})\2(?<day>\d{1,2})(?!\d)[日号]?`,
  String.raw`(?<year>\d{4})年(?<month>\d{1,2})[月.](?<day>\d{1,2})(?![\d:时点])[日号]?`,
  String.raw`(?<year>\d{4})(?:年|[-./])(?<month>\d{1,2})(?!\d)(?:月份?)?`,
  String.raw`(?<year>\d{4})(?![\d:])年?度?`,
]
const daysAndMonths = [
  String.raw`(?<month>\d{1,2})月(?<day>\d{1,2})(?![\d:时点])[日号]?`,
  String.raw`(?<month>\d{1,2})[./](?<day>\d{1,2})(?![\d./:])[日号]?`,
  // 9-17 is a day only at the very beginning: elsewhere it may be hours or days.
  String.raw`(?<!.)(?<month>0?[1-9]|1[0-2])-(?<day>\d{1,2})(?![-\d./年月日号时点:])`,
  String.raw`(?<month>\d{1,2})月份?(?!\d)`,
  String.raw`(?<day>\d{1,2})(?![\d:./月时点])[日号]?`,
]
const recurrence =
  '每天|每日|每周[一二三四五六日天末]?|每逢|周[一二三四五六日天末]|星期[一二三四五六日天]|工作日|双休日|节假日|法定'
const opening = '开放|开始|开幕|举行|举办|闭馆|休息|除外|结束'
const looseness =
  '[上中下]+旬|[月年]?[初底末]|左右|前后|以[前后]|之[前后]|[前后]|起|开始|约|大约|第[一二三四五\\d]个?周'
const asides =
  '(?:全国)?科普日(?:活动)?(?:期间|当天|当日|活动周)?|活动(?:时间|期间)|拟于|拟|暂定于?|定于|计划|预计|期间|时间|日期|[()【】\\[\\]]'

const patterns: readonly (readonly [TimeToken['kind'], RegExp])[] = [
  ...dates.map((source) => ['date', source] as const),
  ['time', `${clockTime}(?:左右|开始|起|结束)?|${recurrence}`] as const,
  ...daysAndMonths.map((source) => ['date', source] as const),
  ['to', '-'] as const,
  ['and', '[、,;/&+ ]|和|及|与|以及'] as const,
  ['loose', looseness] as const,
  ['time', opening] as const,
  ['aside', `${asides}|:`] as const,
].map(([kind, source]) => [kind, new RegExp(`(?:${source})`, 'uy')])

function tokenOf(kind: TimeToken['kind'], match: RegExpExecArray): TimeToken {
  if (kind === 'time') return { kind, text: match[0] }
  if (kind !== 'date') return { kind }
  const groups: Readonly<Record<string, string | undefined>> = match.groups ?? {}
  const written = Object.entries(groups).filter(([, figures]) => figures !== undefined)
  return { kind, ...Object.fromEntries(written.map(([part, figures]) => [part, Number(figures)])) }
}

function tokenAt(
  plain: string,
  at: number,
): { readonly token: TimeToken; readonly length: number } | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at
    const match = pattern.exec(plain)
    if (match !== null) return { token: tokenOf(kind, match), length: match[0].length }
  }
  return undefined
}

/** Takes a time in plain spelling (`plainDateText`) apart; undefined where a piece is unknown. */
export function activityTokens(plain: string): TimeToken[] | undefined {
  const tokens: TimeToken[] = []
  for (let at = 0; at < plain.length;) {
    const found = tokenAt(plain, at)
    if (found === undefined) return undefined
    tokens.push(found.token)
    at += found.length
  }
  return tokens
}
