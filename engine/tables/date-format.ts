/** What a number format shows of a date. */
export interface DateParts {
  readonly year: boolean
  readonly month: boolean
  readonly day: boolean
}

/**
 * Number formats 27–58 are dates whose look depends on the country (ECMA-376 part 1, 18.8.30, zh-cn); Excel and WPS in
 * China use them for dates typed as 2023年5月. SheetJS does not know them and takes such a date for a plain number: here
 * is the standard format of the same exactness, 17 for a month (mmm-yy), 14 for a day, 20 for a time.
 */
const chineseFormats: ReadonlyMap<string, string> = new Map([
  ...['27', '36', '50', '52', '57'].map((id) => [id, '17'] as const),
  ...['28', '29', '30', '31', '51', '53', '54', '58'].map((id) => [id, '14'] as const),
  ...['32', '33', '34', '35', '55', '56'].map((id) => [id, '20'] as const),
])

/** `xl/styles.xml` with standard formats of the same exactness in place of the Chinese ones. */
export function asStandardDateFormats(styles: Buffer): Buffer {
  const text = styles
    .toString('utf8')
    .replace(/(?<=numFmtId=["'])\d\d(?=["'])/g, (id) => chineseFormats.get(id) ?? id)
  return Buffer.from(text)
}

/** The section of a number format for positive numbers, without literals, colours and 上午/下午. */
function codesOf(format: string): string {
  const [positive = ''] = format
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, ' ')
    .replace(/am\/pm|a\/p|上午\/下午|general/gi, ' ')
    .split(';')
  return positive
}

/** The parts of a date that an Excel number format shows; undefined where it is no format of a date or time. */
export function datePartsOf(format: string): DateParts | undefined {
  const positive = codesOf(format)
  const year = /[ye]/i.test(positive) && !/[0#?]/.test(positive)
  const day = /d/i.test(positive)
  const time = /[hs]/i.test(positive)
  const month = /m/i.test(positive) && (year || day || !time)
  return year || month || day || time ? { year, month, day } : undefined
}

/**
 * A date serial as text: `2023-05-20`, or `2023-05` and `2023` where the format shows no more, since a clerk who types
 * 2023年5月 gets the 1st of May; a bare time as `09:30`. No time zone is involved. Undefined for what is no date in Excel.
 */
export function dateText(serial: number, parts: DateParts, date1904: boolean): string | undefined {
  if (!parts.year && !parts.month && !parts.day) return timeText(serial)
  const days = Math.floor(serial) + (date1904 ? 1462 : 0)
  if (days < 1 || days > 2_958_465) return undefined
  // Excel believes that 1900 had a 29th of February.
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 + days : 30 + days))
  const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-')
  if (parts.day) return `${year}-${month}-${day}`
  return parts.month ? `${year}-${month}` : year
}

/**
 * The same with the time of day behind it, `2023-09-17 08:30`, where the format shows one and the serial has one.
 *
 * @param format the number format that `parts` were taken from
 */
export function dateTimeText(
  serial: number,
  parts: DateParts,
  format: string,
  date1904: boolean,
): string | undefined {
  if (!parts.day || !/h/i.test(codesOf(format))) return dateText(serial, parts, date1904)
  // What is to the second before midnight is the next day's.
  const rounded = Math.round(serial * 1440) / 1440
  const day = dateText(rounded, parts, date1904)
  return day === undefined || Number.isInteger(rounded) ? day : `${day} ${timeText(rounded)}`
}

function timeText(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440) % 1440
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
