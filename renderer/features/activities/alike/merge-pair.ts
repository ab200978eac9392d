import type { ListTask } from '../../../../shared/lists/table-header.ts'
import type { Field } from '../../../../shared/notice/field.ts'
import type { Edit } from '../../../../shared/project/edit.ts'
import type { Row } from '../../../../shared/project/submission.ts'
import { parseActivityTime } from '../../../../shared/text/activity-time.ts'
import { parsePhones } from '../../../../shared/text/phone.ts'
import type { AlikePair } from './alike-pairs.ts'

export type Side = 'left' | 'right'
/** By field, whose text is kept. */
export type Sides = Readonly<Record<string, Side>>

type Pair = Pick<AlikePair, 'left' | 'right'>

const textOf = (row: Row, field: string): string => (row.fields[field] ?? '').trim()

/** Whether a phone can be dialled and a time be read; other texts always are sound. */
function isSound(text: string, { type, choices }: Pick<Field, 'type' | 'choices'>, year: number): boolean {
  if (type === 'phone')
    return parsePhones(text).every(({ kind }) => kind !== 'unreadable' && kind !== 'lost-digits')
  if (type === 'activity-time') return parseActivityTime(text, { assumedYear: year }).kind === 'span'
  return type !== 'choice' || (choices?.includes(text) ?? true)
}

/**
 * Whose text is probably the better one: what is there, then what is sound, then what says more. A phone goes with the
 * name that it stands beside.
 */
export function betterSides(
  { left, right }: Pair,
  fields: readonly Pick<Field, 'key' | 'type' | 'choices'>[],
  { year, composites }: Pick<ListTask, 'composites'> & { readonly year: number },
): Sides {
  const better = (field: Pick<Field, 'key' | 'type' | 'choices'>): Side => {
    const [one, two] = [textOf(left, field.key), textOf(right, field.key)]
    if (two === '') return 'left'
    if (one === '') return 'right'
    const [oneSound, twoSound] = [isSound(one, field, year), isSound(two, field, year)]
    if (oneSound !== twoSound) return oneSound ? 'left' : 'right'
    return two.length > one.length ? 'right' : 'left'
  }
  const sides = Object.fromEntries(fields.map((field) => [field.key, better(field)]))
  for (const one of composites) {
    if (one.split !== 'name-and-phone') continue
    const phone = fields.find(({ key }) => key === one.phone)
    const side = sides[one.name]
    if (!phone || side === undefined) continue
    const beside = textOf(side === 'left' ? left : right, phone.key)
    if (beside !== '' && isSound(beside, phone, year)) sides[phone.key] = side
  }
  return sides
}

/** The fields in which two rows say different things, spaces aside. */
export const differences = ({ left, right }: Pair, fields: readonly Pick<Field, 'key'>[]): Set<string> =>
  new Set(
    fields
      .map(({ key }) => key)
      .filter((key) => textOf(left, key).replace(/\s+/gu, '') !== textOf(right, key).replace(/\s+/gu, '')),
  )

/** Two rows as one: `keep` goes on, with the texts of the sides named (its own elsewhere) and the origins of both. */
export function mergeRows(pair: Pair, keep: Side, sides: Sides): Row {
  const [kept, gone] = keep === 'left' ? [pair.left, pair.right] : [pair.right, pair.left]
  const from = (field: string): Row => {
    const side = sides[field]
    return side === undefined ? kept : pair[side]
  }
  const fields: Record<string, string> = {}
  const original: Record<string, string> = {}
  for (const field of new Set([...Object.keys(kept.fields), ...Object.keys(gone.fields)])) {
    const source = from(field)
    const text = source.fields[field]
    if (text !== undefined) fields[field] = text
    const before = source.original?.[field]
    if (before !== undefined) original[field] = before
  }
  const origins = [...(kept.origins ?? []), ...(gone.origins ?? [])]
  const apart = [...new Set([...(kept.apart ?? []), ...(gone.apart ?? [])])].filter(
    (id) => id !== kept.id && id !== gone.id,
  )
  return {
    id: kept.id,
    fields,
    ...(origins.length > 0 && { origins }),
    ...(Object.keys(original).length > 0 && { original }),
    ...(apart.length > 0 && { apart }),
  }
}

/** Merging as edits, to be made in one step. */
export function mergeEdits(task: string, pair: Pair, keep: Side, sides: Sides = {}): Edit[] {
  const gone = keep === 'left' ? pair.right : pair.left
  return [
    { type: 'put-rows', task, rows: [mergeRows(pair, keep, sides)] },
    { type: 'remove-rows', task, rows: [gone.id] },
  ]
}

/** Says of both rows that they are different activities. */
export function apartEdits(task: string, { left, right }: Pair): Edit[] {
  const apart = (row: Row, other: Row): Row => ({
    ...row,
    apart: [...new Set([...(row.apart ?? []), other.id])],
  })
  return [{ type: 'put-rows', task, rows: [apart(left, right), apart(right, left)] }]
}
