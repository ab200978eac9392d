import path from 'node:path'
import { type Dish, sourcesOf, wordsOf } from './dishes.ts'
import type { DiaryLine, Injection } from './injection.ts'
import { environmentOf, injectionFolders, readDiary, type Room } from './room.ts'
import { type Ended, runToEnd, type RunOptions } from './run-program.ts'
import { differences, type Snapshot, snapshotOf } from './snapshot.ts'

/** What came of a round. `unreached`: the program was done before anything happened to it. */
export interface Told {
  readonly outcome: 'whole' | 'nothing' | 'unreached'
  /** What happened, for the line of the round. */
  readonly happened: string
  readonly troubles: readonly string[]
  /** Programs that were killed while they ran. */
  readonly kills?: number
}

export interface Spoiling {
  readonly injection?: Omit<Injection, 'folders' | 'diary'>
  readonly options?: RunOptions
}

/** One run of `kepuri pack`, with what is to happen to it. */
export async function packSpoiled(
  room: Room,
  dish: Dish,
  { injection, options }: Spoiling,
): Promise<{ readonly ended: Ended; readonly diary: readonly DiaryLine[] }> {
  const folders = injectionFolders(room, sourcesOf(dish, room))
  const environment = environmentOf(room, dish, { ...injection, folders, diary: room.diary })
  const words = wordsOf(dish, { ...room.material, ...room })
  const ended = await runToEnd([room.program, ...words], environment, options)
  return { ended, diary: await readDiary(room.diary) }
}

/** An older package must be there as it was, whatever has happened. */
export const lost = (before: Snapshot, after: Snapshot): string[] => {
  const gone = [...before].filter(([name, hash]) => after.get(name) !== hash).map(([name]) => name)
  return gone.length > 0 ? [`以前的东西变了：${gone.slice(0, 5).join('、')}`] : []
}

/** What the harness did to files: their SHA-256 from then on, null for those that are gone. */
export type Meddled = ReadonlyMap<string, string | null>

export const meddledIn = (diary: readonly DiaryLine[]): Meddled =>
  new Map(diary.flatMap((line) => (line.happened === 'meddled' ? [[line.path, line.sha256] as const] : [])))

/** The sources are what the harness left them as. */
export async function changedSources(room: Room, dish: Dish, meddled: Meddled): Promise<string[]> {
  const folder = sourcesOf(dish, room)
  const expected = new Map(await snapshotOf(sourcesOf(dish, room.material)))
  for (const [file, hash] of meddled) {
    if (hash === null) expected.delete(path.relative(folder, file))
    else expected.set(path.relative(folder, file), hash)
  }
  return differences(expected, await snapshotOf(folder)).map((one) => `素材被动过：${one}`)
}

/** Every content that a source has had in a round. */
export async function contentsOf(room: Room, dish: Dish, meddled: Meddled): Promise<ReadonlySet<string>> {
  const made = await snapshotOf(sourcesOf(dish, room.material))
  return new Set([...made.values(), ...[...meddled.values()].filter((hash) => hash !== null)])
}

/** What a message may name: files and folders that a clerk knows. */
export const namesIn = ({ material }: Room): string[] => [
  '报送',
  '素材',
  '表格',
  '.csv',
  '.mp4',
  '.zip',
  path.basename(material.sheet),
  path.basename(material.unit),
  ...material.photos,
]
