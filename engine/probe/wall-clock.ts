const WRITTEN = /^(\d{4})[:\-/.](\d\d)[:\-/.](\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?/

/**
 * A camera's time (`2023:09:17 10:15:30`) as `2023-09-17T10:15:30`, untouched by any zone; undefined for what is no
 * time of the calendar, such as the zeros of a camera whose clock was never set.
 */
export const wallClock = (written: string): string | undefined => {
  const [, year, month, day, hour, minute, second = '00'] = WRITTEN.exec(written.trim()) ?? []
  if (year === undefined || Number(year) < 1900) return undefined
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const date = new Date(`${iso}Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}

const CHINA_OFFSET_MS = 8 * 3_600_000
// 1904 is QuickTime's day zero and 1970 Unix's: an unset clock.
const FIRST_YEAR = 1971

/** A moment in UTC as the wall clock of China (UTC+8, no summer time), where this app's clerks are. */
export const chinaWallClock = (utc: string): string | undefined => {
  const date = new Date(utc)
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < FIRST_YEAR) return undefined
  return new Date(date.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 19)
}
