import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { mounted } from './fault-kinds.ts'
import { makeMaterial } from './material.ts'
import { canMount, environmentOf, keep, openRoom } from './room.ts'
import { type Extent, type Round, roundsOf } from './rounds.ts'
import { runRound } from './run-round.ts'
import { type Over, roundLine } from './told-rounds.ts'
import { measuredIn } from './usual.ts'

export interface Torture extends Extent {
  /** An empty folder; folders of rounds that violated something are kept in it. */
  readonly home: string
  /** The command line's program. */
  readonly program: string
  /** The number of the only round that is to be run; its folder is kept whatever comes of it. */
  readonly only?: number
  readonly tell: (line: string) => void
}

/** Runs the rounds of a seed, one after the other. For Linux; kinds of faults that need a mount are left out where that is forbidden. */
export async function torture({ home, program, only, tell, ...extent }: Torture): Promise<Over[]> {
  await mkdir(path.join(home, '轮/临时'), { recursive: true })
  const mounts = canMount(home)
  if (!mounts) tell('这里不能挂载 tmpfs（要 root）：真的写满、拔掉、写保护都略过，只有注入的。')
  const all = roundsOf(extent)
  const rounds = all.filter(
    (round) => (only === undefined || round.number === only) && (mounts || !needsMount(round)),
  )
  const forMaterial = openRoom(home, { program, seed: extent.seed, tell })
  const material = await makeMaterial(home, program, environmentOf(forMaterial, 'one'))
  const room = { ...forMaterial, material }
  const usualOf = measuredIn(room)
  const over: Over[] = []
  for (const round of rounds) {
    // Without a package in peace there is nothing to spoil.
    if (round.type !== 'app') await usualOf(round)
    const started = performance.now()
    const told = await runRound(round, room, usualOf).catch((error: unknown) => ({
      outcome: 'nothing' as const,
      happened: '折磨程序自己出了错',
      troubles: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    }))
    over.push({ round, told })
    const line = roundLine({ round, told }, all.length, (performance.now() - started) / 1000)
    tell(line)
    if (told.troubles.length > 0 || only !== undefined) tell(`  留在 ${await keep(room, round.number, line)}`)
  }
  await rm(path.dirname(room.disk), { recursive: true, force: true })
  return over
}

const needsMount = (round: Round): boolean =>
  round.type === 'fault' && round.kind.type === 'disk' && mounted.includes(round.kind.what)
