import { type Bound, bytePower } from '../notice/bound.ts'
import { formatPartialDate, parsePartialDate } from '../text/partial-date.ts'

/** Figures in groups of three: 3,145,728. Decimals stay as they are. */
export function grouped(value: number): string {
  const [whole = '', decimals] = String(value).split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`)
}

/**
 * A bound in the words of a notice: 大于 3 MB, 不少于 20, 在 100 MB至 300 MB之间. `show` writes one figure with its unit;
 * `least` is the word for `>=`: counts and times are 不少于, sizes 不小于.
 */
export function boundText(bound: Bound, show: (value: number) => string, least = '不少于'): string {
  switch (bound.operator) {
    case '>':
      return `大于 ${show(bound.value)}`
    case '>=':
      return `${least} ${show(bound.value)}`
    case '<':
      return `小于 ${show(bound.value)}`
    case '<=':
      return `不超过 ${show(bound.value)}`
    case '=':
      return `正好 ${show(bound.value)}`
    case 'range':
      return `在 ${show(bound.min)}至 ${show(bound.max)}之间`
  }
}

/** The same in documents, where nothing parts figures from words: 不少于20个. */
export const boundInText = (bound: Bound, measure = ''): string =>
  boundText(bound, (value) => `${value}${measure}`).replaceAll(' ', '')

/** Said behind a bound that a value just equals and so does not keep: 大于 300万 is not 300万. */
export const equalText = (bound: Bound, value: number): string =>
  (bound.operator === '>' || bound.operator === '<') && bound.value === value ? '，正好相等不算' : ''

const unitNames = { B: '字节', K: 'KB', M: 'MB', G: 'GB' } as const
type ByteUnit = keyof typeof bytePower

/** A size as people say it, and in bytes for the borderline: 2.86 MB（3,000,000 字节）. `base` is 1024 as Windows counts, or 1000. */
export function bytesText(bytes: number, base = 1024): string {
  const exact = `${grouped(bytes)} 字节`
  if (bytes < base) return exact
  const unit = bytes >= base ** 3 ? 'G' : bytes >= base ** 2 / 10 ? 'M' : 'K'
  return `${(bytes / base ** bytePower[unit]).toFixed(2)} ${unitNames[unit]}（${exact}）`
}

/** A figure of a bound on sizes: 3 MB, with a base in bytes too: 3 MB（3,145,728 字节）. */
export function unitText(value: number, unit: ByteUnit, base?: number): string {
  const plain = `${grouped(value)} ${unitNames[unit]}`
  return unit === 'B' || base === undefined
    ? plain
    : `${plain}（${grouped(Math.round(value * base ** bytePower[unit]))} 字节）`
}

/** Playing time: 1分59.92秒（119.92 秒）. Never rounded up to a limit that it does not reach. */
export function secondsText(seconds: number): string {
  const rounded = Number(seconds.toFixed(2))
  const shown = Number.isInteger(rounded) && rounded !== seconds ? seconds : rounded
  if (shown < 60) return `${shown}秒`
  const minutes = Math.floor(shown / 60)
  const rest = Number((shown - minutes * 60).toFixed(6))
  return `${minutes}${rest === 0 ? '分钟' : `分${rest}秒`}（${shown} 秒）`
}

/** A number of pixels: 276万（2,764,800）; round ten-thousands stand alone: 300万. */
export function pixelsText(pixels: number): string {
  if (pixels < 10_000) return grouped(pixels)
  const rough = `${Math.floor(pixels / 10_000)}万`
  return pixels % 10_000 === 0 ? rough : `${rough}（${grouped(pixels)}）`
}

/** Width to height in whole numbers where they are small: 16∶9, else about 1.78∶1. */
export function ratioText(width: number, height: number): string {
  const divisor = commonDivisor(width, height)
  const [across, down] = [width / divisor, height / divisor]
  return across <= 32 && down <= 32 ? `${across}∶${down}` : `${Number((width / height).toFixed(3))}∶1`
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))

/** A date or partial date for people: 2023年8月31日, 2023年5月. What is no date stays as it is. */
export function dateText(text: string): string {
  const date = parsePartialDate(text.slice(0, text.includes('T') ? 10 : undefined))
  return date ? formatPartialDate(date) : text
}

/** A day, and its time where there is one: 2023年8月31日 18:00. */
export const dayText = ({
  date,
  time,
}: {
  readonly date: string
  readonly time?: string | undefined
}): string => `${dateText(date)}${time ? ` ${time}` : ''}`

/** A moment of local wall-clock time: 2023年8月25日 10:32. */
export const momentText = (clock: string): string => `${dateText(clock)} ${clock.slice(11, 16)}`

/** A span of days or partial dates, both ends included; one year alone is 2023年. */
export const windowText = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  from === to ? dateText(from) : `${dateText(from)}至${dateText(to)}`

/** A place in a text file, counted from 1. */
export const placeText = (line: number, column?: number): string =>
  `第${line}行${column === undefined ? '' : `第${column}个字符处`}`

/** A text as a sentence quotes it: in one line, its beginning only where it is long. */
export function clipped(text: string, most = 60): string {
  const line = text
    .slice(0, most * 2)
    .replace(/\s+/gu, ' ')
    .trim()
  return line.length > most ? `${line.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '')}…` : line
}

/** Up to `most` names in quotes, and how many there are in all. */
export function namesText(names: readonly string[], most = 3, total = names.length): string {
  const shown = names
    .slice(0, most)
    .map((name) => `“${name}”`)
    .join('、')
  return total > Math.min(names.length, most) ? `${shown}等 ${total} 个` : shown
}
