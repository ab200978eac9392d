import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { killSession } from '../kill-session.ts'
import type { Told } from './packing-run.ts'
import type { Room } from './room.ts'
import type { Round } from './rounds.ts'
import { randomBy } from './random.ts'

/** Somebody types and packs in the web host, which is killed again and again; what was acknowledged must be there. */
export async function appRound(
  { number, kills }: Extract<Round, { type: 'app' }>,
  { disk, seed, tell }: Room,
): Promise<Told> {
  const home = path.join(path.dirname(disk), '网页')
  await rm(home, { recursive: true, force: true })
  await mkdir(home, { recursive: true })
  const random = randomBy(seed, number)
  const { violations, packages, leftovers, engine, host } = await killSession({
    home,
    rounds: kills,
    random,
    tell,
  })
  if (violations.length === 0) await rm(home, { recursive: true, force: true })
  return {
    outcome: packages > 0 ? 'whole' : 'nothing',
    happened: `杀引擎 ${engine} 次，杀全部 ${host} 次，核对 ${packages} 个包，半成品 ${leftovers} 个`,
    kills: engine + host,
    troubles: violations,
  }
}
