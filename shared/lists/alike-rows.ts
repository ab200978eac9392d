import type { RequirementOf } from '../notice/requirement.ts'
import type { Row } from '../project/submission.ts'
import { type ActivityTime, parseActivityTime } from '../text/activity-time.ts'
import { containedNames, plainName, plainPlace } from './alike-names.ts'

/** A row that looks like earlier ones. */
export interface Alike {
  readonly row: string
  /** Ids of the earlier rows, three at most. */
  readonly others: readonly string[]
  readonly by: 'name-and-time' | 'place-and-time'
}

type Fields = Pick<RequirementOf<'alike-rows'>, 'name' | 'time' | 'place' | 'assumedYear'>
type Span = Extract<ActivityTime, { kind: 'span' }>

interface Looked {
  readonly id: string
  readonly apart: ReadonlySet<string>
  readonly name: string
  readonly place: string | undefined
  readonly span: Span
}

/** So many earlier rows are named: a clerk looks at one pair at a time. */
const named = 3

/**
 * Rows that are probably one activity written twice: much the same name at overlapping times, or one place at one
 * time. Rows that are equal in name, time and place are not named (they are repetitions), nor those kept apart.
 */
export function alikeRows(rows: readonly Row[], by: Fields): Alike[] {
  const looked = withoutRepetitions(rows, by).flatMap((row) => lookedAt(row, by) ?? [])
  const contained = containedNames(looked.map(({ name }) => name))
  const byName = new Map<string, Shelf>()
  const byPlace = new Map<string, Shelf>()
  return looked.flatMap((row): Alike[] => {
    const others = new Set<string>()
    const shelves = row.name === '' ? [] : contained(row.name)
    // What stands under a name contained in this one, and what stands under this one as a longer name's part.
    for (const name of shelves) byName.get(name)?.collect(row, others, overlaps, name === row.name)
    const byNames = [...others]
    const atPlace =
      row.place === undefined ? undefined : shelfOf(byPlace, `${row.place}\n${daysOf(row.span)}`)
    const beside = new Set<string>()
    if (byNames.length < named) atPlace?.collect(row, beside, sameHours, true)
    for (const name of shelves) shelfOf(byName, name).put(row, name === row.name)
    atPlace?.put(row, true)
    const more = [...beside].filter((id) => !others.has(id))
    return [
      ...(byNames.length > 0 ? [{ row: row.id, others: byNames, by: 'name-and-time' as const }] : []),
      ...(more.length > 0 ? [{ row: row.id, others: more, by: 'place-and-time' as const }] : []),
    ]
  })
}

/** The rows, of those that `distinct-rows` calls repetitions only the first. */
function withoutRepetitions(rows: readonly Row[], by: Fields): Row[] {
  const seen = new Set<string>()
  return rows.filter(({ fields }) => {
    const values = [by.name, by.time, by.place].map((field) =>
      (fields[field] ?? '').normalize('NFKC').replace(/\s+/gu, '').toLowerCase(),
    )
    if (values.includes('')) return true
    const key = values.join('\n')
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

/** Undefined for a row without a time: it may be at any. */
function lookedAt({ id, fields, apart }: Row, by: Fields): Looked | undefined {
  const text = (fields[by.time] ?? '').trim()
  const span = text === '' ? undefined : parseActivityTime(text, { assumedYear: by.assumedYear })
  if (span?.kind !== 'span') return undefined
  return {
    id,
    apart: new Set(apart),
    name: plainName(fields[by.name] ?? ''),
    place: plainPlace(fields[by.place] ?? ''),
    span,
  }
}

const partsOf = (span: Span) => span.parts ?? [span]

const daysOf = (span: Span): string =>
  partsOf(span)
    .map(({ from, to }) => `${from}..${to}`)
    .join(' ')

/** Rows that share a name or a place, those of one time together. */
class Shelf {
  readonly #times = new Map<
    string,
    { readonly span: Span; readonly rows: Looked[]; readonly parts: Looked[] }
  >()

  /** `whole`: the shelf bears the row's own name, not a part of it. */
  put(row: Looked, whole: boolean): void {
    const key = `${daysOf(row.span)} ${row.span.timeText ?? ''}`
    const time = this.#times.get(key) ?? { span: row.span, rows: [], parts: [] }
    this.#times.set(key, time)
    ;(whole ? time.rows : time.parts).push(row)
  }

  /** Ids of rows that are at the same time and not kept apart; with `parts` also those that contain the name. */
  collect(row: Looked, into: Set<string>, same: (one: Span, other: Span) => boolean, parts: boolean): void {
    for (const time of this.#times.values()) {
      if (into.size >= named) return
      if (!same(time.span, row.span)) continue
      for (const rows of parts ? [time.rows, time.parts] : [time.rows])
        for (const other of rows) {
          if (into.size >= named) return
          if (!row.apart.has(other.id) && !other.apart.has(row.id)) into.add(other.id)
        }
    }
  }
}

function shelfOf(shelves: Map<string, Shelf>, key: string): Shelf {
  const shelf = shelves.get(key) ?? new Shelf()
  shelves.set(key, shelf)
  return shelf
}

const overlaps = (one: Span, other: Span): boolean =>
  partsOf(one).some((a) => partsOf(other).some((b) => a.from <= b.to && b.from <= a.to))

/** Of one place on the same days: at the same hours, or at hours that one does not tell. */
const sameHours = (one: Span, other: Span): boolean =>
  one.timeText === other.timeText || one.timeText === undefined || other.timeText === undefined
