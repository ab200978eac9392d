import type { Dish } from './dishes.ts'
import { callKinds } from './injection.ts'
import { judgeEnd } from './judge-end.ts'
import { changedSources, contentsOf, lost, packSpoiled, type Told } from './packing-run.ts'
import { inPeace, publishedIn } from './peace.ts'
import { clear, type Room } from './room.ts'
import type { Blow, Round } from './rounds.ts'
import { snapshotOf } from './snapshot.ts'
import { millisecondsAt, momentAt, type Usual } from './usual.ts'

/** Kills without a warning, one run after the other into the same place; then a run in peace. */
export async function killRound(
  { dish, before: lying, blows }: Extract<Round, { type: 'kills' }>,
  room: Room,
  usual: Usual,
): Promise<Told> {
  await clear(room, { dish, before: lying })
  const before = await snapshotOf(room.disk)
  const older = await publishedIn(room)
  const troubles: string[] = []
  const happened: string[] = []
  let survived = 0
  let kills = 0
  for (const { share, group } of blows)
    // A run that was done before its time is struck once more, by calls: those are the same whatever else the machine does.
    for (const tried of [share, { by: 'calls', fraction: share.fraction } as const]) {
      const { ended, words } = await strike({ share: tried, group }, { dish, room, usual })
      happened.push(words)
      if (ended.signal === 'SIGKILL' && !ended.hung) {
        kills += 1
        break
      }
      survived += 1
      troubles.push(...judgeEnd(ended, []).troubles)
      if (ended.code !== 0) troubles.push(`没有被杀到，也没有打成：退出码 ${String(ended.code)}`)
    }
  const fresh = (await publishedIn(room)).length - older.length
  if (fresh < survived) troubles.push(`说打成了 ${survived} 次，只有 ${fresh} 个包`)
  troubles.push(...lost(before, await snapshotOf(room.disk)))
  troubles.push(...(await changedSources(room, dish, new Map())))
  const known = await contentsOf(room, dish, new Map())
  troubles.push(...(await inPeace(room, { dish, older, known })))
  troubles.push(...lost(before, await snapshotOf(room.disk)))
  const outcome = kills === 0 ? 'unreached' : fresh > 0 ? 'whole' : 'nothing'
  return { outcome, kills, happened: `杀 ${happened.join('、')}`, troubles }
}

interface Scene {
  readonly dish: Dish
  readonly room: Room
  readonly usual: Usual
}

async function strike({ share, group }: Blow, { dish, room, usual }: Scene) {
  const whom = group ? '全组' : ''
  if (share.by === 'time') {
    const ms = millisecondsAt(share, usual)
    const { ended } = await packSpoiled(room, dish, { options: { blow: { ms, signal: 'SIGKILL', group } } })
    return { ended, words: `${ms} ms${whom}` }
  }
  const at = momentAt(share.fraction, usual, { place: 'target', kinds: callKinds })
  const act = { type: 'signal', signal: 'SIGKILL', group } as const
  const { ended, diary } = await packSpoiled(room, dish, { injection: { at, act } })
  const call = diary.findLast((line) => line.happened === 'act')?.call ?? '结束后'
  return { ended, words: `第 ${at.nth} 次调用 ${call}${whom}` }
}
