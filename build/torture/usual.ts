import { cp, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { type Dish, sourcesOf, wordsOf } from './dishes.ts'
import type { CallKind, Counts, Moment, Place } from './injection.ts'
import { clear, coldRoom, countsIn, environmentOf, injectionFolders, readDiary, type Room } from './room.ts'
import type { Share } from './rounds.ts'
import { runToEnd } from './run-program.ts'

/** What a run in peace takes: its time, when it begins to write, and its calls. */
export interface Usual {
  readonly ms: number
  readonly writingMs: number
  readonly counts: Counts
}
export type UsualOf = (setting: { readonly dish: Dish; readonly cold: boolean }) => Promise<Usual>

/** Measures each dish once, when it is first asked for, and keeps its package as the older one of later rounds. */
export function measuredIn(room: Room): UsualOf {
  const known = new Map<string, Promise<{ cold: Usual; warm: Usual }>>()
  return async ({ dish, cold }) => {
    const both = known.get(dish) ?? measure(room, dish)
    known.set(dish, both)
    return cold ? (await both).cold : (await both).warm
  }
}

async function measure(room: Room, dish: Dish): Promise<{ cold: Usual; warm: Usual }> {
  const cold = await measureOnce(coldRoom(room), dish)
  await measureOnce(room, dish)
  const older = path.join(room.older, dish)
  await mkdir(older, { recursive: true })
  await cp(room.target, older, { recursive: true, preserveTimestamps: true })
  // The second time everything is known of the sources.
  const warm = await measureOnce(room, dish)
  return { cold, warm }
}

async function measureOnce(room: Room, dish: Dish): Promise<Usual> {
  await clear(room, { dish, before: 'empty' })
  const folders = injectionFolders(room, sourcesOf(dish, room))
  const words = wordsOf(dish, { ...room.material, ...room })
  const environment = environmentOf(room, dish, { folders, diary: room.diary })
  const { code, ms, err, out } = await runToEnd([room.program, ...words], environment)
  if (code !== 0) throw new Error(`平安无事也打不了包（${dish}，退出码 ${String(code)}）：${err}${out}`)
  const diary = await readDiary(room.diary)
  const writingMs = diary.find((line) => line.happened === 'writing')?.ms ?? ms / 2
  return { ms, writingMs, counts: countsIn(diary) }
}

/** The call of these kinds that lies at a share of all of them. */
export const momentAt = (
  share: number,
  { counts }: Usual,
  { place, kinds }: { readonly place: Place; readonly kinds: readonly CallKind[] },
): Moment => {
  const calls = kinds.reduce((sum, kind) => sum + (counts[place]?.[kind] ?? 0), 0)
  return { place, kinds, nth: 1 + Math.floor(share * Math.max(1, calls)) }
}

/** Milliseconds from the start; a little beyond the usual end, for runs differ. */
export const millisecondsAt = (
  { span, fraction }: Extract<Share, { by: 'time' }>,
  { ms, writingMs }: Usual,
): number =>
  Math.round(span === 'before' ? fraction * writingMs : writingMs + fraction * 1.05 * (ms - writingMs))
