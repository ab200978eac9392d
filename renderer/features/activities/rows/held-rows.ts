import type { Row } from '../../../../shared/project/submission.ts'
import { isRowWanted, type Verdicts, type Wanted } from './shown-rows.ts'

/**
 * What filter and search left on the screen when they were chosen. It stays so while the clerk mends row after row: a row
 * that went away under the pointer would leave the next one to be hit.
 */
export interface Held {
  readonly wanted: Wanted
  /** Undefined: all of them. */
  readonly ids: ReadonlySet<string> | undefined
  /** Rows that there were: later ones are shown, whatever is in them. */
  readonly known: ReadonlySet<string>
  /** Everything that was written by then had been judged. */
  readonly settled: boolean
  /** The row in which the clerk was. */
  readonly active: string | undefined
}

interface Now {
  readonly rows: readonly Row[]
  readonly verdicts: Verdicts
  readonly upToDate: boolean
  readonly wanted: Wanted
  readonly active: string | undefined
}

const nothing: ReadonlySet<string> = new Set()

export const isWhole = ({ filter, code, query }: Wanted): boolean =>
  filter === 'all' && code === undefined && query.trim() === ''

const isSame = (one: Wanted, other: Wanted): boolean =>
  one.filter === other.filter && one.code === other.code && one.query === other.query

/** What is held now; the same object as long as nothing else is wanted and the clerk is led to no row beside it. */
export function heldRows(before: Held | undefined, now: Now): Held {
  const { rows, verdicts, upToDate, wanted, active } = now
  if (before && isSame(before.wanted, wanted)) {
    if (!before.ids) return before
    if (before.settled) {
      if (before.active === active) return before
      const isBeside = active !== undefined && before.known.has(active) && !before.ids.has(active)
      return { ...before, active, ids: isBeside ? new Set([...before.ids, active]) : before.ids }
    }
    // Until what was written last is judged, only that can change it.
    if (!upToDate) return before
  }
  if (isWhole(wanted)) return { wanted, ids: undefined, known: nothing, settled: true, active }
  const fitting = rows.filter((row) => isRowWanted(row, verdicts?.get(row.id), wanted))
  return {
    wanted,
    ids: new Set(fitting.map(({ id }) => id)),
    known: new Set(rows.map(({ id }) => id)),
    settled: upToDate,
    active,
  }
}

/** The rows on the screen, in order. */
export function shownRows(rows: readonly Row[], { ids, known }: Held): readonly Row[] {
  return ids ? rows.filter(({ id }) => ids.has(id) || !known.has(id)) : rows
}
