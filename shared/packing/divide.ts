import type { Task } from '../notice/task.ts'
import { packBins } from './bins.ts'
import type { PartWay, PlanKind } from './sending.ts'

/** What a way of sending carries, in bytes. */
export interface Limits {
  /** Of one ordinary mail. */
  readonly cap: number
  /** Kept free in each part for documents and headers. */
  readonly room: number
  /** Of what the mail keeps on its own disks; absent where the pack knows nothing of it. */
  readonly large: Task['packaging']['large']
}

/** What a plan cannot carry, in bytes; `limit` is 0 where the pack knows nothing of such a way. */
export interface Refusal {
  readonly bytes: number
  readonly limit: number
}

/** Files that make one part. */
export interface Division<T> {
  readonly items: readonly T[]
  readonly way: PartWay
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

function asOne<T extends Sized>(items: readonly T[], { cap, room }: Limits): Divided<T> {
  const bytes = sumOf(items) + room
  return {
    divisions: [{ items, way: 'attachment' }],
    ...(bytes > cap && { refusal: { bytes, limit: cap } }),
  }
}

function asMails<T extends Sized>(items: readonly T[], limits: Limits): Divided<T> {
  const { cap, room } = limits
  const capacity = cap - room
  if (items.length === 0 || capacity <= 0) return asOne(items, limits)
  const mails = binned(items.filter(({ bytes }) => bytes <= capacity), capacity, 'attachment') // prettier-ignore
  return { divisions: [...mails, ...single(items.filter(({ bytes }) => bytes > capacity), limits)] } // prettier-ignore
}

function asLarge<T extends Sized>(items: readonly T[], { room, large }: Limits): Divided<T> {
  const whole: Division<T> = { items, way: 'large' }
  const bytes = sumOf(items) + room
  if (!large) return { divisions: [whole], refusal: { bytes, limit: 0 } }
  const capacity = large.bytes - room
  const kept = items.filter((item) => item.bytes <= capacity)
  if (items.length > 0 && kept.length === 0)
    return { divisions: [whole], refusal: { bytes, limit: large.bytes } }
  const archives = items.length === 0 ? [whole] : binned(kept, capacity, 'large')
  const alone = items.filter((item) => item.bytes > capacity)
  const total = sumOf(kept) + room * archives.length
  return {
    divisions: [
      ...archives,
      ...alone.map((item): Division<T> => ({ items: [item], way: 'disk', alone: true })),
    ],
    ...(large.total !== undefined &&
      total > large.total && { refusal: { bytes: total, limit: large.total } }),
  }
}

const binned = <T extends Sized>(items: readonly T[], capacity: number, way: PartWay): Division<T>[] =>
  packBins(items.map(({ bytes }) => bytes), capacity).map((places) => ({
    items: places.flatMap((place) => items[place] ?? []),
    way,
  })) // prettier-ignore

/** Files that no mail carries, each a part of its own: by the mail's own disks while they have room, else on a disk of ours. */
function single<T extends Sized>(items: readonly T[], { room, large }: Limits): Division<T>[] {
  let left = large?.total ?? Infinity
  return items.map((item) => {
    const bytes = item.bytes + room
    const fits = large !== undefined && bytes <= large.bytes && bytes <= left
    if (fits) left -= bytes
    return { items: [item], way: fits ? 'large' : 'disk', alone: true }
  })
}
