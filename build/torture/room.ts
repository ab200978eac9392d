import { spawnSync } from 'node:child_process'
import { cp, mkdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Counts, DiaryLine, Injection, Place } from './injection.ts'
import { injectionVariable } from './injection.ts'
import type { Dish } from './dishes.ts'
import { layAgain, type Material } from './material.ts'
import type { Before } from './rounds.ts'

/** The folders in which rounds take place, one after the other, always under the same names. */
export interface Room {
  readonly material: Material
  /** The sources of this round: they are meddled with. */
  readonly media: string
  readonly tables: string
  /** The disk, and the folder on it that is packed into. */
  readonly disk: string
  readonly target: string
  readonly temp: string
  readonly data: string
  readonly diary: string
  /** Packages that were made in peace, by dish. */
  readonly older: string
  /** The command line's program. */
  readonly program: string
  readonly home: string
  readonly seed: number
  readonly tell: (line: string) => void
}

export type RoomOptions = Pick<Room, 'program' | 'seed' | 'tell'>

export const openRoom = (home: string, { program, seed, tell }: RoomOptions): Omit<Room, 'material'> => {
  const here = (name: string) => path.join(home, name)
  return {
    seed,
    tell,
    media: here('轮/素材'),
    tables: here('轮/表格'),
    disk: here('轮/盘'),
    target: here('轮/盘/报送'),
    temp: here('轮/临时'),
    data: here('数据'),
    diary: here('轮/日记.jsonl'),
    older: here('旧包'),
    program,
    home,
  }
}

const ownData = '数据'
/** The room with data that nobody has filled yet. */
export const coldRoom = (room: Room): Room => ({ ...room, data: path.join(path.dirname(room.disk), ownData) })

/** Everything as it is to be when a round begins. */
export async function clear(
  room: Room,
  { dish, before }: { readonly dish: Dish; readonly before: Before },
): Promise<void> {
  unmount(room.disk)
  const own = path.join(path.dirname(room.disk), ownData)
  for (const folder of [room.disk, room.temp, room.diary, own])
    await rm(folder, { recursive: true, force: true })
  for (const folder of [room.disk, room.temp, room.data]) await mkdir(folder, { recursive: true })
  for (const [from, to] of [
    [room.material.media, room.media],
    [room.material.tables, room.tables],
  ] as const) {
    await rm(to, { recursive: true, force: true })
    await layAgain(from, to)
  }
  await layTarget(room, { dish, before })
}

export async function layTarget(
  room: Room,
  { dish, before }: { readonly dish: Dish; readonly before: Before },
): Promise<void> {
  if (before === 'missing') return
  await mkdir(room.target, { recursive: true })
  if (before === 'package')
    await cp(path.join(room.older, dish), room.target, { recursive: true, preserveTimestamps: true })
}

/** What the program is given besides its words; with an injection the preload that carries it out. */
export function environmentOf(
  room: Pick<Room, 'temp' | 'data' | 'home'>,
  dish: Dish,
  injection?: Injection,
): NodeJS.ProcessEnv {
  const preload = new URL('./inject-faults.ts', import.meta.url)
  const { CHROMIUM, NODE_OPTIONS: _, ...others } = process.env
  return {
    ...others,
    KEPURI_DATA_DIR: room.data,
    TMPDIR: room.temp,
    NODE_COMPILE_CACHE: others['NODE_COMPILE_CACHE'] ?? path.join(room.home, '编译'),
    // Most rounds are not about printing, which takes longer than all else.
    ...(dish === 'papers' ? CHROMIUM !== undefined && { CHROMIUM } : { CHROMIUM: 'none' }),
    ...(injection && {
      NODE_OPTIONS: `--import ${preload.href}`,
      [injectionVariable]: JSON.stringify(injection),
    }),
  }
}

export const injectionFolders = (
  { target, temp, data }: Room,
  sources: string,
): Readonly<Record<Place, string>> => ({
  target,
  sources,
  data,
  temp,
})

export async function readDiary(file: string): Promise<DiaryLine[]> {
  const lines = await readFile(file, 'utf8').catch(() => '')
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as DiaryLine)
}

export const countsIn = (diary: readonly DiaryLine[]): Counts =>
  diary.findLast((line) => line.happened === 'counts')?.counts ?? {}

/** Whether this process may mount file systems. */
export function canMount(home: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', home]).status === 0
  return mounted && spawnSync('umount', [home]).status === 0
}

/** A small disk of its own in place of the room's: kept beside, so that it can be plugged in again. */
export async function mountDisk(room: Room, bytes: number): Promise<void> {
  const kept = stickOf(room)
  await mkdir(kept, { recursive: true })
  run('mount', '-t', 'tmpfs', '-o', `size=${Math.ceil(bytes / 4096) * 4096}`, 'tmpfs', kept)
  plugIn(room)
}

export const plugIn = (room: Room): void => run('mount', '--bind', stickOf(room), room.disk)
export const protect = (room: Room, way: 'ro' | 'rw'): void =>
  run('mount', '-o', `remount,${way},bind`, room.disk)

export function unmount(folder: string): void {
  // Several may lie over each other.
  for (let turn = 0; turn < 5; turn += 1) if (spawnSync('umount', ['-l', folder]).status !== 0) return
}

/** Takes away the disk of a round for good. */
export function dropDisk(room: Room): void {
  unmount(room.disk)
  unmount(stickOf(room))
}

/** Leaves so many bytes free on the mounted disk. */
export async function leaveFree(room: Room, bytes: number): Promise<void> {
  const { blocks, bfree, bsize } = await statfs(stickOf(room))
  const used = (blocks - bfree) * bsize
  run('mount', '-o', `remount,size=${Math.ceil((used + bytes) / 4096) * 4096}`, stickOf(room))
}

const stickOf = ({ home }: Pick<Room, 'home'>): string => path.join(home, 'U盘')

function run(program: string, ...words: string[]): void {
  const { status, stderr } = spawnSync(program, words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr}`)
}

/** Keeps a round's folders for somebody to look at. @returns where */
export async function keep(room: Room, number: number, said: string): Promise<string> {
  const kept = path.join(room.home, `第${number}轮`)
  await rm(kept, { recursive: true, force: true })
  unmount(room.disk)
  await rename(path.dirname(room.disk), kept)
  await mkdir(room.temp, { recursive: true })
  await writeFile(path.join(kept, '说明.txt'), said)
  return kept
}
