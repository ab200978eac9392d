import type { Field } from '../../../../shared/notice/field.ts'
import type { Row } from '../../../../shared/project/submission.ts'
import { parseActivityTime } from '../../../../shared/text/activity-time.ts'

const reader = new Intl.Collator('zh-CN', { numeric: true })

/** What of a text decides its place; what cannot be read as its type comes behind what can. */
type Rank = readonly [number | string, string]

/**
 * The ids of rows in the order of one field: times by date, numbers by size, choices as they are offered, other texts
 * by their sound. Blank ones stand last, whichever way.
 *
 * @param assumedYear the year of a time that names none
 */
export function sortedIds(
  rows: readonly Row[],
  field: Field,
  way: 'up' | 'down',
  assumedYear: number,
): string[] {
  const sign = way === 'up' ? 1 : -1
  const ranked = rows.map(({ id, fields }) => {
    const text = (fields[field.key] ?? '').trim()
    return { id, blank: text === '', rank: rankOf(field, text, assumedYear) }
  })
  return ranked
    .toSorted((a, b) => {
      if (a.blank || b.blank) return Number(a.blank) - Number(b.blank)
      return sign * (compared(a.rank[0], b.rank[0]) || reader.compare(a.rank[1], b.rank[1]))
    })
    .map(({ id }) => id)
}

function rankOf({ type, choices }: Field, text: string, assumedYear: number): Rank {
  switch (type) {
    case 'activity-time': {
      const time = parseActivityTime(text, { assumedYear })
      return time.kind === 'span' ? [time.from, `${time.to} ${time.timeText ?? ''}`] : ['9999', text]
    }
    case 'number': {
      const number = Number(/\d+(?:\.\d+)?/.exec(text.normalize('NFKC').replaceAll(',', ''))?.[0] ?? Infinity)
      return [number, text]
    }
    case 'choice': {
      const place = choices?.indexOf(text) ?? -1
      return [place < 0 ? Infinity : place, text]
    }
    default:
      return [0, text]
  }
}

const compared = (one: number | string, other: number | string): number =>
  one === other ? 0 : one < other ? -1 : 1

/**
 * The order after some rows have gone one up or down, together, past what is shown beside them.
 *
 * @param shown ids of the rows on the screen; those between that are not shown stay where they are
 */
export function movedIds(
  ids: readonly string[],
  shown: readonly string[],
  moving: ReadonlySet<string>,
  step: 1 | -1,
): string[] | undefined {
  const places = shown.flatMap((id, index) => (moving.has(id) ? [index] : []))
  const edge = step === 1 ? places.at(-1) : places[0]
  const neighbour = edge === undefined ? undefined : edge + step < 0 ? undefined : shown[edge + step]
  if (neighbour === undefined) return undefined
  const block = ids.filter((id) => moving.has(id))
  const others = ids.filter((id) => !moving.has(id))
  const at = others.indexOf(neighbour) + (step === 1 ? 1 : 0)
  return [...others.slice(0, at), ...block, ...others.slice(at)]
}
