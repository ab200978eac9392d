import { appRound } from './app-round.ts'
import { faultRound } from './fault-round.ts'
import { killRound } from './kill-round.ts'
import type { Told } from './packing-run.ts'
import { coldRoom, dropDisk, type Room } from './room.ts'
import type { Round } from './rounds.ts'
import type { UsualOf } from './usual.ts'

/** Runs one round from its beginning to its judgement. */
export async function runRound(round: Round, shared: Room, usualOf: UsualOf): Promise<Told> {
  if (round.type === 'app') return appRound(round, shared)
  const usual = await usualOf(round)
  const room = round.cold ? coldRoom(shared) : shared
  try {
    return await (round.type === 'kills' ? killRound(round, room, usual) : faultRound(round, room, usual))
  } finally {
    dropDisk(room)
  }
}
