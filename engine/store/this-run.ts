import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { birthOf, isAlive } from './process-alive.ts'
import { thisHost } from './this-host.ts'

/** A run of the program, as it is written down. Process numbers are given again, so a run has a name of its own. */
export const Run = z.object({
  id: z.string(),
  pid: z.number().int(),
  /** When its process began, where the system tells. */
  birth: z.string().optional(),
})
export type Run = z.infer<typeof Run>

/** What dead runs have left and nobody has come for in so long is given up. */
export const givenUpMs = 90 * 86_400_000

const birth = birthOf(process.pid)

/** This process, for all engines in it. */
export const thisRun: Run = { id: randomUUID(), pid: process.pid, ...(birth !== undefined && { birth }) }

/** Whether a run on this computer has ended. */
export const isDead = (run: Run): boolean =>
  run.id !== thisRun.id && (run.pid === thisRun.pid || !isAlive(run.pid, run.birth))

/** Whose something is, short enough for a name: `<host>-<pid>`, and `.<birth>` where the system tells. */
export const runMark = `${thisHost}-${thisRun.pid}${birth === undefined ? '' : `.${birth}`}`

/** What `runMark` looks like, for patterns: its groups are host, pid and birth. */
export const runMarkPattern = String.raw`([0-9a-f]{8})-(\d{1,10})(?:\.(\d+))?`

/** What has become of a run: `elsewhere` is another computer's, of which this one cannot tell. */
export type Fate = 'alive' | 'dead' | 'elsewhere'

/** The fate of the run whose mark a name bears; undefined where the name is of another kind. */
export function fateIn(name: string, pattern: RegExp): Fate | undefined {
  const match = pattern.exec(name)
  if (!match) return undefined
  const [, host, pid, born] = match
  if (host !== thisHost) return 'elsewhere'
  // Without its birth an earlier process of our number cannot be told from us.
  return isAlive(Number(pid), born) ? 'alive' : 'dead'
}
