import type { RequirementOf } from '../notice/requirement.ts'
import type { Row } from '../project/submission.ts'
import { parseActivityTime } from '../text/activity-time.ts'
import { containedNames, plainName, plainPlace } from './alike-names.ts'
import { daysOf, type Looked, monthsOf, mostNamed, NameShelf, PlaceShelf } from './alike-shelf.ts'

/** A row that looks like earlier ones. */
export interface Alike {
  readonly row: string
  /** Ids of the earlier rows, three at most. */
  readonly others: readonly string[]
  readonly by: 'name-and-time' | 'place-and-time' | 'name-and-place'
}

type Fields = Pick<RequirementOf<'alike-rows'>, 'name' | 'time' | 'place' | 'assumedYear'>

/**
 * Rows that are probably one activity written twice: much the same name at overlapping times, one place at one time, or
 * the same name at one place, whose time somebody has corrected. Rows that are equal in name, time and place are not named (they are repetitions), nor those kept apart.
 */
export function alikeRows(rows: readonly Row[], by: Fields): Alike[] {
  const single = withoutRepetitions(rows, by)
  const timed = alikeInTime(single, by)
  const told = new Map<string, Set<string>>()
  for (const { row, others } of timed) told.set(row, new Set([...(told.get(row) ?? []), ...others]))
  return [...timed, ...movedRows(single, by, told)]
}

/** Rows of one name at one place, at other times; those in `told` are named already. */
function movedRows(
  rows: readonly Row[],
  by: Fields,
  told: ReadonlyMap<string, ReadonlySet<string>>,
): Alike[] {
  const shelves = new Map<string, Row[]>()
  return rows.flatMap((row): Alike[] => {
    const [name, place] = [plainName(row.fields[by.name] ?? ''), plainPlace(row.fields[by.place] ?? '')]
    if (name === '' || place === undefined) return []
    const shelf = shelfOf(shelves, `${name}\n${place}`, (): Row[] => [])
    const others = shelf
      .slice(0, mostNamed)
      .filter((other) => !row.apart?.includes(other.id) && !other.apart?.includes(row.id))
      .map(({ id }) => id)
      .filter((id) => !told.get(row.id)?.has(id))
    shelf.push(row)
    return others.length > 0 ? [{ row: row.id, others, by: 'name-and-place' }] : []
  })
}

function alikeInTime(rows: readonly Row[], by: Fields): Alike[] {
  const looked = rows.flatMap((row) => lookedAt(row, by) ?? [])
  const contained = containedNames(looked.map(({ name }) => name))
  const byName = new Map<string, NameShelf>()
  const byPlace = new Map<string, PlaceShelf>()
  return looked.flatMap((row): Alike[] => {
    const others = new Set<string>()
    const shelves = row.name === '' ? [] : contained(row.name)
    // What stands under a name contained in this one, and what stands under this one as a longer name's part.
    for (const name of shelves) byName.get(name)?.collect(row, others, name === row.name)
    const byNames = [...others]
    const atPlace =
      row.place === undefined
        ? undefined
        : shelfOf(byPlace, `${row.place}\n${row.days}`, () => new PlaceShelf())
    const beside = new Set<string>()
    if (byNames.length < mostNamed) atPlace?.collect(row, beside)
    for (const name of shelves) shelfOf(byName, name, () => new NameShelf()).put(row, name === row.name)
    atPlace?.put(row)
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
    days: daysOf(span),
    months: monthsOf(span),
  }
}

function shelfOf<Shelf>(shelves: Map<string, Shelf>, key: string, make: () => Shelf): Shelf {
  const known = shelves.get(key)
  if (known !== undefined) return known
  const shelf = make()
  shelves.set(key, shelf)
  return shelf
}
