import type { ActivityTime } from '../text/activity-time.ts'

export type Span = Extract<ActivityTime, { kind: 'span' }>

/** What is compared of a row. */
export interface Looked {
  readonly id: string
  /** Rows that the clerk has said are other activities. */
  readonly apart: ReadonlySet<string>
  /** Plain, as `plainName` writes it. */
  readonly name: string
  /** Plain; undefined where it tells nothing. */
  readonly place: string | undefined
  readonly span: Span
  /** The days of the span as a key. */
  readonly days: string
  /** `2023-09` for each month that the span touches; undefined where there are too many. */
  readonly months: readonly string[] | undefined
}

/** So many earlier rows are named: a clerk looks at one pair at a time. */
export const mostNamed = 3

/** A run of days over more months than this is looked at whatever the month. */
const mostMonths = 36

interface Time {
  readonly span: Span
  /** Rows of the shelf's own name, and rows whose longer name contains it. */
  readonly rows: Looked[]
  readonly parts: Looked[]
}

/** Rows that share a name. Those of one time stand together, and times by their months: most are at other times. */
export class NameShelf {
  readonly #times = new Map<string, Time>()
  readonly #byMonth = new Map<string, Time[]>()
  readonly #longest: Time[] = []

  /** `whole`: the shelf bears the row's own name, not a part of it. */
  put(row: Looked, whole: boolean): void {
    const time = this.#times.get(row.days) ?? this.#begin(row)
    ;(whole ? time.rows : time.parts).push(row)
  }

  #begin({ span, days, months }: Looked): Time {
    const time: Time = { span, rows: [], parts: [] }
    this.#times.set(days, time)
    if (months === undefined) this.#longest.push(time)
    for (const month of months ?? []) {
      const others = this.#byMonth.get(month)
      if (others === undefined) this.#byMonth.set(month, [time])
      else others.push(time)
    }
    return time
  }

  /** Ids of rows at overlapping times that are not kept apart; with `parts` also of those that contain the name. */
  collect(row: Looked, into: Set<string>, parts: boolean): void {
    const { months } = row
    const shelves = months
      ? [...months.map((month) => this.#byMonth.get(month) ?? []), this.#longest]
      : [this.#times.values()]
    for (const times of shelves)
      for (const time of times) {
        if (into.size >= mostNamed) return
        if (!overlaps(time.span, row.span)) continue
        take(time.rows, row, into)
        if (parts) take(time.parts, row, into)
      }
  }
}

/** Rows at one place on the same days, by their hours; blank where none are told. */
export class PlaceShelf {
  readonly #byHours = new Map<string, Looked[]>()

  put(row: Looked): void {
    const hours = row.span.timeText ?? ''
    const others = this.#byHours.get(hours)
    if (others === undefined) this.#byHours.set(hours, [row])
    else others.push(row)
  }

  /** Ids of rows at the same hours, or at hours that one does not tell, and not kept apart. */
  collect(row: Looked, into: Set<string>): void {
    const { timeText } = row.span
    const shelves =
      timeText === undefined
        ? this.#byHours.values()
        : [this.#byHours.get(timeText) ?? [], this.#byHours.get('') ?? []]
    for (const rows of shelves) take(rows, row, into)
  }
}

function take(others: readonly Looked[], row: Looked, into: Set<string>): void {
  for (const other of others) {
    if (into.size >= mostNamed) return
    if (!row.apart.has(other.id) && !other.apart.has(row.id)) into.add(other.id)
  }
}

const partsOf = (span: Span) => span.parts ?? [span]

export const daysOf = (span: Span): string =>
  partsOf(span)
    .map(({ from, to }) => `${from}..${to}`)
    .join(' ')

export function monthsOf(span: Span): string[] | undefined {
  const first = span.from.slice(0, 7)
  if (first === span.to.slice(0, 7)) return [first]
  const months = new Set<string>()
  for (const { from, to } of partsOf(span)) {
    const last = to.slice(0, 7)
    for (let month = from.slice(0, 7); month <= last; month = nextMonth(month)) {
      months.add(month)
      if (months.size > mostMonths) return undefined
    }
  }
  return [...months]
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${month.slice(0, 5)}${String(number + 1).padStart(2, '0')}`
}

/** On the whole, and of several dates some. */
const overlaps = (one: Span, other: Span): boolean =>
  one.from <= other.to &&
  other.from <= one.to &&
  ((one.parts === undefined && other.parts === undefined) ||
    partsOf(one).some((a) => partsOf(other).some((b) => a.from <= b.to && b.from <= a.to)))
