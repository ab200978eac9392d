import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Dish, sourcesOf, wordsOf } from './dishes.ts'
import { judgeEnd } from './judge-end.ts'
import { judgePackages } from './judge-packages.ts'
import { layAgain } from './material.ts'
import { environmentOf, type Room } from './room.ts'
import { runToEnd } from './run-program.ts'
import { snapshotOf } from './snapshot.ts'

/** What programs call what they do not mean to keep. */
const isTemporary = (name: string): boolean => {
  const last = path.basename(name)
  return last.startsWith('.') || /\.(tmp|part|lock|partial)$/.test(last)
}

/** Temporary files of the program, wherever it may have left them. */
export async function leftIn({ disk, temp, data }: Pick<Room, 'disk' | 'temp' | 'data'>): Promise<string[]> {
  const lists = await Promise.all(
    [disk, data].map(async (folder) =>
      [...(await snapshotOf(folder)).keys()]
        // What lies in a hidden folder is told by it.
        .filter((name) => isTemporary(name) && !path.dirname(name).split(path.sep).some(isTemporary))
        .map((name) => path.join(path.basename(folder), name)),
    ),
  )
  const inTemp = await readdir(temp).catch(() => [])
  return [...lists.flat(), ...inTemp.map((name) => path.join(path.basename(temp), name))]
}

/** Final names in the target. */
export const publishedIn = async ({ target }: Pick<Room, 'target'>): Promise<string[]> =>
  (await readdir(target).catch(() => [])).filter((name) => !name.startsWith('.'))

/**
 * What must hold when the trouble is over: the same sources are packed into the same place without a word, nothing of the
 * earlier runs is left, and every package that bears a name is whole, whoever judges it.
 *
 * @param known contents that a source has had in this round
 */
export async function inPeace(
  room: Room,
  {
    dish,
    older,
    known,
  }: { readonly dish: Dish; readonly older: readonly string[]; readonly known: ReadonlySet<string> },
): Promise<string[]> {
  await layAgain(sourcesOf(dish, room.material), sourcesOf(dish, room))
  const words = wordsOf(dish, { ...room.material, ...room })
  const environment = environmentOf(room, dish)
  const ended = await runToEnd([room.program, ...words], environment)
  const troubles = judgeEnd(ended, []).troubles.map((one) => `之后平安打包：${one}`)
  if (ended.code !== 0) troubles.push(`之后平安打包不成：退出码 ${String(ended.code)}，${ended.err.trim()}`)
  const left = await leftIn(room)
  if (left.length > 0) troubles.push(`下一次启动之后还留着：${left.join('、')}`)
  // Told once: the program's data outlive the round.
  for (const name of left)
    await rm(path.join(path.dirname(room.data), name), { recursive: true, force: true })
  const fresh = (await publishedIn(room)).filter((name) => !older.includes(name))
  const judge = { ...room, data: path.join(room.home, '核对') }
  const { troubles: broken, media } = await judgePackages(
    fresh.map((name) => path.join(room.target, name)),
    { program: room.program, environment: environmentOf(judge, dish) },
  )
  troubles.push(...broken)
  for (const [folder, hashes] of media) {
    const strange = hashes.filter((hash) => !known.has(hash))
    if (strange.length > 0)
      troubles.push(`${path.basename(folder)} 里有 ${strange.length} 个素材从来没有过的内容`)
  }
  return troubles
}
