/** How fast packing goes, from what was told so far. */
export interface Pace {
  /** ms since the epoch, as all times here. */
  readonly startedAt: number
  readonly at: number
  /** How much of the whole work is done, 0 to 1; never goes back. */
  readonly share: number
  readonly stage: string
  /** When the stage began: another has another speed. */
  readonly since: number
  /** Share done in a ms, smoothed. */
  readonly speed: number
}

/** Nothing is promised before this time has passed. */
const quiet = 3000
/** Nor before a stage has shown its speed. */
const settling = 1000
/** What lies further back than this hardly counts: a disk is faster for small files than for large ones. */
const memory = 4000

export const startPace = (now: number): Pace => ({
  startedAt: now,
  at: now,
  share: 0,
  stage: '',
  since: now,
  speed: 0,
})

/** The pace after the work stands at `share` of `stage`; a time without news slows it down. */
export function withShare(pace: Pace, stage: string, share: number, now: number): Pace {
  const reached = Math.min(1, Math.max(pace.share, share))
  // The leap to the beginning of a stage says nothing of its speed.
  if (stage !== pace.stage) return { ...pace, at: now, share: reached, stage, since: now }
  const passed = now - pace.at
  if (passed <= 0) return { ...pace, share: reached }
  const latest = (reached - pace.share) / passed
  // The beginning counts in full, or what came before would pull every estimate along.
  const weight = Math.max(1 - Math.exp(-passed / memory), passed / (now - pace.since))
  return { ...pace, at: now, share: reached, speed: pace.speed + weight * (latest - pace.speed) }
}

/** Seconds that are left; undefined while nothing sensible can be said. */
export function secondsLeft({ startedAt, since, at, share, speed }: Pace): number | undefined {
  if (at - startedAt < quiet || at - since < settling || speed <= 0) return undefined
  const seconds = (1 - share) / speed / 1000
  return seconds > 24 * 3600 ? undefined : seconds
}

/** How far each stage has come that was heard of, 0 to 1. */
export type Reached = Readonly<Record<string, number>>

/** The same after some news; no stage goes back. */
export function withReached(
  reached: Reached,
  news: { readonly stage: string; readonly done: number; readonly total: number },
): Reached {
  const { stage, done, total } = news
  const fraction = total > 0 ? Math.min(1, done / total) : 0
  return { ...reached, [stage]: Math.max(reached[stage] ?? 0, fraction) }
}

/**
 * How much of the whole work is done. Writing and proving go on at once, and the engine tells one figure of both, under the
 * name of either. What is known is not measured again.
 */
export function shareOf(reached: Reached): number {
  const { probe = 0, write, verify, print } = reached
  if (print !== undefined) return 0.95 + 0.05 * print
  if (write === undefined && verify === undefined) return 0.15 * probe
  return 0.15 + 0.8 * Math.max(write ?? 0, verify ?? 0)
}

/** What goes on at one pace: writing and proving are one piece of work. */
export const paceStage = (stage: string): string => (stage === 'verify' ? 'write' : stage)
