import { cp } from 'node:fs/promises'
import path from 'node:path'
import { type Dish, sourcesOf, wordsOf } from './dishes.ts'
import type { CallKind, Counts, Moment, Place } from './injection.ts'
import { clear, coldRoom, countsIn, environmentOf, injectionFolders, readDiary, type Room } from './room.ts'
import type { Share } from './rounds.ts'
import { runToEnd } from './run-program.ts'
import { isThere } from './snapshot.ts'

/** What a run in peace takes: its time, when it begins to write, and its calls. */
export interface Usual {
  readonly ms: number
  readonly writingMs: number
  readonly counts: Counts
}
export type UsualOf = (setting: { readonly dish: Dish; readonly cold: boolean }) => Promise<Usual>

/** Measures each dish once, when it is first asked for, and keeps its package as the older one of later rounds. */
export function measuredIn(room: Room): UsualOf {
  const known = new Map<string, Promise<Usual>>()
  const warmed = new Set<string>()
  const measure = async (dish: Dish, cold: boolean): Promise<Usual> => {
    const sources = sourcesOf(dish, room)
    // The second time everything is known of the sources.
    if (!cold && !warmed.has(sources)) await measureOnce(room, dish)
    warmed.add(sources)
    const usual = await measureOnce(cold ? coldRoom(room) : room, dish)
    const older = path.join(room.older, dish)
    if (!(await isThere(older))) await cp(room.target, older, { recursive: true, preserveTimestamps: true })
    return usual
  }
  return ({ dish, cold }) => {
    const name = cold ? `${dish} cold` : dish
    const usual = known.get(name) ?? measure(dish, cold)
    known.set(name, usual)
    return usual
  }
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
