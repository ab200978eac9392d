const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days of a month (1 to 12) in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && !leap ? 28 : (longest[month - 1] ?? 0)
}

export const isMonth = (month: number): boolean => month >= 1 && month <= 12

/** Whether the day exists: 31 September and 29 February 2023 do not. */
export const isDay = (year: number, month: number, day: number): boolean =>
  isMonth(month) && day >= 1 && day <= daysInMonth(year, month)

const padded = (part: number): string => String(part).padStart(2, '0')

/** `2023`, `2023-05` or `2023-05-20`. */
export const isoDate = (year: number, month?: number, day?: number): string =>
  [
    String(year).padStart(4, '0'),
    ...[month, day].flatMap((part) => (part === undefined ? [] : [padded(part)])),
  ].join('-')
