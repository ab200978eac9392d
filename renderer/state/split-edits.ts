import type { Edit, EditOf } from '../../shared/project/edit.ts'

/** What one call carries at most, in bytes of JSON. A host takes eight times as much in one body. */
export const largestCall = 8 * 1024 * 1024

const encoder = new TextEncoder()
const bytesOf = (value: unknown): number => encoder.encode(JSON.stringify(value)).length

/** Edits are measured once, however often they are tried. */
const known = new WeakMap<Edit, number>()
function sizeOf(edit: Edit): number {
  const size = known.get(edit) ?? bytesOf(edit)
  known.set(edit, size)
  return size
}

/** The same change in edits that each go in one call, as far as it can be parted. */
export function splitEdit(edit: Edit, most = largestCall): readonly Edit[] {
  if (sizeOf(edit) <= most) return [edit]
  switch (edit.type) {
    case 'add-rows':
      return parts(edit.rows.toSorted(byPlace), most).map((rows) => ({ ...edit, rows }))
    case 'put-rows':
      return parts(edit.rows, most).map((rows) => ({ ...edit, rows }))
    case 'set-values':
      return parts(edit.values, most).map((values) => ({ ...edit, values }))
    default:
      return [edit]
  }
}

/** As many of the first edits as go in one call, and at least one. */
export function firstCall(edits: readonly Edit[], most = largestCall): readonly Edit[] {
  let bytes = 0
  const end = edits.findIndex((edit) => (bytes += sizeOf(edit)) > most)
  return end < 0 ? edits : edits.slice(0, Math.max(1, end))
}

type Placed = EditOf<'add-rows'>['rows'][number]
/** A place counts the rows that come in before it: the first places go first. */
const byPlace = ({ at: one = Infinity }: Placed, { at: other = Infinity }: Placed): number =>
  one === other ? 0 : one - other

function parts<T>(records: readonly T[], most: number): T[][] {
  const all: T[][] = []
  let room = 0
  for (const record of records) {
    const bytes = bytesOf(record) + 1
    if (bytes > room) {
      all.push([])
      // The edit around its records takes a little.
      room = most - 1024
    }
    all.at(-1)?.push(record)
    room -= bytes
  }
  return all
}
