import path from 'node:path'
import { judgeEnd } from './judge-end.ts'
import {
  changedSources,
  contentsOf,
  lost,
  meddledIn,
  namesIn,
  packSpoiled,
  type Told,
} from './packing-run.ts'
import { inPeace, leftIn, publishedIn } from './peace.ts'
import { clear, type Room } from './room.ts'
import type { Round } from './rounds.ts'
import { differences, snapshotOf } from './snapshot.ts'
import { strikeOf } from './strike.ts'
import type { Usual } from './usual.ts'

type FaultRound = Extract<Round, { type: 'fault' }>

/** One run to which one thing happens; then a run in peace. */
export async function faultRound(round: FaultRound, room: Room, usual: Usual): Promise<Told> {
  const { dish, kind } = round
  await clear(room, round)
  const strike = await strikeOf(round, room, usual)
  const before = await snapshotOf(room.disk)
  const older = await publishedIn(room)
  const { ended, diary } = await packSpoiled(room, dish, strike)
  const act = diary.find((line) => line.happened === 'act')
  await strike.over?.()

  const { troubles: slips, fault } = judgeEnd(ended, namesIn(room), kind.granted)
  const troubles = [...slips]
  const after = await snapshotOf(room.disk)
  const done = ended.code === 0
  if (!done && kind.whole === true) troubles.push(`应该挺过去，却没有打成：${ended.err.trim()}`)
  if (strike.takes === undefined) {
    const fresh = (await publishedIn(room)).length - older.length
    if (fresh !== (done ? 1 : 0)) troubles.push(`${done ? '说打成了' : '说没有打成'}，却有 ${fresh} 个新包`)
    troubles.push(...lost(before, after))
    if (!hindersRemoving(kind)) {
      const left = await leftIn(room)
      if (left.length > 0) troubles.push(`结束后还留着：${left.join('、')}`)
      const more = done ? [] : differences(before, after)
      if (more.length > 0) troubles.push(`没有打成，盘上却不是原样：${more.slice(0, 5).join('、')}`)
    }
  } else if (!done) {
    const more = [...after.keys()].filter((name) => !name.startsWith(strike.takes ?? ''))
    if (more.length > 0) troubles.push(`目标已经不在了，原处却多了：${more.slice(0, 5).join('、')}`)
  }
  const meddled = meddledIn(diary)
  troubles.push(...(await changedSources(room, dish, meddled)))
  const known = await contentsOf(room, dish, meddled)
  await strike.mend?.()
  troubles.push(...(await inPeace(room, { dish, older: strike.takes === undefined ? older : [], known })))
  const reached = strike.injection === undefined || act !== undefined
  return {
    outcome: !reached ? 'unreached' : done ? 'whole' : 'nothing',
    happened: [
      act ? `在 ${act.call} ${path.basename(act.path)}` : '',
      done ? '' : (fault?.code ?? `退出码 ${String(ended.code ?? ended.signal)}`),
    ]
      .filter(Boolean)
      .join('，'),
    troubles,
  }
}

/** Where nothing can be taken away for a while, or not renamed any more, something may be left until the next run. */
const hindersRemoving = (kind: FaultRound['kind']): boolean =>
  kind.type === 'fail' &&
  (kind.kinds.includes('remove') || (kind.place === 'data' && kind.kinds.includes('rename')))
