import { spawnSync } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import type { Result } from './bench-table.ts'
import { type Measured, measuredRun } from './measured-run.ts'

/** One of those who do the same work. */
export interface Contender {
  readonly label: string
  readonly words: readonly string[]
  /** Asked for before each run. */
  readonly environment?: () => Readonly<Record<string, string>>
}

export interface RaceOptions {
  readonly rounds: number
  /** A folder that is made empty for each run, and removed after it. */
  readonly target: string
  readonly signal: AbortSignal
  readonly say: (line: string) => void
}

/**
 * Lets all contenders run in turns, so that a busy moment of the machine does not fall on one of them alone. The first
 * round is for warming up and does not count.
 */
export async function race(
  contenders: readonly Contender[],
  { rounds, target, signal, say }: RaceOptions,
): Promise<Result[]> {
  const runs = new Map<string, Measured[]>(contenders.map(({ label }) => [label, []]))
  for (let round = 0; round <= rounds; round += 1)
    for (const { label, words, environment } of contenders) {
      await mkdir(target, { recursive: true })
      // What others have left to write must not be charged to this one.
      spawnSync('sh', ['-c', 'sync -f "$1" 2> /dev/null || sync', 'sh', target])
      const measured = await measuredRun(words, {
        signal,
        ...(environment && { environment: environment() }),
      })
      say(`${round === 0 ? '热身' : `第${round}轮`}　${label}　${measured.seconds.toFixed(2)} s`)
      if (round > 0) runs.get(label)?.push(measured)
      await rm(target, { recursive: true, force: true })
    }
  return contenders.map(({ label }) => ({ label, runs: runs.get(label) ?? [] }))
}
