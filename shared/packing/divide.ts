import type { Task } from '../notice/task.ts'
import { packBins } from './bins.ts'
import type { PartWay, PlanKind } from './sending.ts'

/** What the ways of sending carry, in bytes. */
export interface Limits {
  /** The task names no mailbox: its archive is uploaded or handed in, whatever its size. */
  readonly handed: boolean
  /** Of one ordinary mail. */
  readonly cap: number
  /** Kept free in each part for documents and headers. */
  readonly room: number
  /** Of what the mail keeps on its own disks; absent where the pack knows nothing of it. */
  readonly large: Task['packaging']['large']
}

/** What a plan cannot carry, in bytes of everything; `limit` is 0 where the pack knows nothing of such a way. */
export interface Refusal {
  readonly bytes: number
  readonly limit: number
  /** The documents alone fill a mail: `bytes` are theirs. */
  readonly documents?: true | undefined
}

/** Files that make one part. */
export interface Division<T> {
  readonly items: readonly T[]
  readonly way: PartWay
  /** They do not fit where the others go. */
  readonly alone?: true
}

export interface Divided<T> {
  readonly divisions: readonly Division<T>[]
  /** Why it cannot be sent so; the parts are then those that were asked for all the same. */
  readonly refusal?: Refusal
}

interface Sized {
  readonly bytes: number
}

export const sumOf = (items: readonly Sized[]): number => items.reduce((sum, { bytes }) => sum + bytes, 0)

/** The files of a submission put into the parts of a plan. There is always a part: it holds the documents. */
export function divide<T extends Sized>(plan: PlanKind, items: readonly T[], limits: Limits): Divided<T> {
  if (limits.handed) return { divisions: [{ items, way: 'handed' }] }
  switch (plan) {
    case 'one':
      return asOne(items, limits)
    case 'split':
      return asMails(items, limits)
    case 'big':
      return asLarge(items, limits)
    case 'disk':
      return { divisions: [{ items, way: 'disk' }] }
  }
}

function asOne<T extends Sized>(items: readonly T[], limits: Limits): Divided<T> {
  const { cap, room } = limits
  const bytes = sumOf(items) + room
  const refusal = documentsBeyond(limits) ?? (bytes > cap ? { bytes, limit: cap } : undefined)
  return { divisions: [{ items, way: 'attachment' }], ...(refusal && { refusal }) }
}

/** Where a mail holds not even the documents that each part has, it holds no file. */
export const documentsBeyond = ({ cap, room }: Pick<Limits, 'cap' | 'room'>): Refusal | undefined =>
  room >= cap ? { bytes: room, limit: cap, documents: true } : undefined

function asMails<T extends Sized>(items: readonly T[], limits: Limits): Divided<T> {
  const capacity = limits.cap - limits.room
  if (items.length === 0 || capacity <= 0) return asOne(items, limits)
  const [mailed, beyond] = parted(items, ({ bytes }) => bytes <= capacity)
  return { divisions: [...binned(mailed, capacity, 'attachment'), ...alone(beyond, limits)] }
}

function asLarge<T extends Sized>(items: readonly T[], { room, large }: Limits): Divided<T> {
  const whole: Division<T> = { items, way: 'large' }
  const bytes = sumOf(items) + room
  if (!large) return { divisions: [whole], refusal: { bytes, limit: 0 } }
  const capacity = large.bytes - room
  const [kept, beyond] = parted(items, (item) => item.bytes <= capacity)
  if (items.length > 0 && kept.length === 0)
    return { divisions: [whole], refusal: { bytes, limit: large.bytes } }
  const archives = items.length === 0 ? [whole] : binned(kept, capacity, 'large')
  const rooms = room * archives.length
  const refusal =
    large.total !== undefined && sumOf(kept) + rooms > large.total
      ? { bytes: sumOf(items) + rooms, limit: large.total }
      : undefined
  return { divisions: [...archives, ...carried(beyond)], ...(refusal && { refusal }) }
}

/** @param fits is asked once of each, in their order */
function parted<T>(
  items: readonly T[],
  fits: (item: T) => boolean,
): readonly [fitting: readonly T[], others: readonly T[]] {
  const fitting: T[] = []
  const others: T[] = []
  for (const item of items) (fits(item) ? fitting : others).push(item)
  return [fitting, others]
}

function binned<T extends Sized>(items: readonly T[], capacity: number, way: PartWay): Division<T>[] {
  const sizes = items.map(({ bytes }) => bytes)
  return packBins(sizes, capacity).map((places) => ({
    items: places.flatMap((place) => items[place] ?? []),
    way,
  }))
}

/** Files that no mail carries: each by the mail's own disks while they have room, the others together on a disk of ours. */
function alone<T extends Sized>(items: readonly T[], { room, large }: Limits): Division<T>[] {
  let left = large?.total ?? Infinity
  const [kept, others] = parted(items, (item) => {
    const bytes = item.bytes + room
    const fits = large !== undefined && bytes <= large.bytes && bytes <= left
    if (fits) left -= bytes
    return fits
  })
  return [
    ...kept.map((item): Division<T> => ({ items: [item], way: 'large', alone: true })),
    ...carried(others),
  ]
}

/** One folder for all: nobody carries several. */
const carried = <T>(items: readonly T[]): Division<T>[] =>
  items.length > 0 ? [{ items, way: 'disk', alone: true }] : []
