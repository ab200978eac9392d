/** Local wall-clock time at `utcOffset` hours, `YYYY-MM-DDTHH:mm:ss`: the clock by which a notice's dates are meant. */
export function wallClock(instant: Date, utcOffset: number): string {
  return new Date(instant.getTime() + utcOffset * 3_600_000).toISOString().slice(0, 19)
}

/** Whole days from one day to another (`YYYY-MM-DD…`), negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  const day = (text: string) => Date.parse(`${text.slice(0, 10)}T00:00:00Z`)
  return Math.round((day(to) - day(from)) / 86_400_000)
}

/** The day so many days later, `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
