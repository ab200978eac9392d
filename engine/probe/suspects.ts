import type { Run } from '../store/this-run.ts'
import { type FileStamp, sameStamp } from './file-stamp.ts'

/** What is left on the disk while a file is looked at, and of a file that has ended a run. */
export interface ProbingMark {
  readonly path: string
  readonly stamp: FileStamp
  /** Runs that have ended while they looked at this file. */
  readonly deaths: number
  /** The run that looks at it, or did when it ended. */
  readonly run?: Run | undefined
}

/** `together` with others, `alone` so that no other file can be blamed for it, or not at all any more. */
export type ProbingTurn = 'together' | 'alone' | 'never'

const mostDeaths = 2

/** How a file of this stamp is to be looked at. One that was written since has done nothing yet. */
export function turnOf(mark: ProbingMark | undefined, stamp: FileStamp): ProbingTurn {
  const deaths = deathsOf(mark, stamp)
  return deaths === 0 ? 'together' : deaths < mostDeaths ? 'alone' : 'never'
}

/** Runs that a file of this stamp has ended. */
export const deathsOf = (mark: ProbingMark | undefined, stamp: FileStamp): number =>
  mark && sameStamp(mark.stamp, stamp) ? mark.deaths : 0

/**
 * A mark that was found, with the death of its run counted. Undefined where it tells nothing: the run is alive and has
 * not ended before over this file.
 */
export function settled(mark: ProbingMark, isDead: (run: Run) => boolean): ProbingMark | undefined {
  const { path, stamp, run } = mark
  const deaths = mark.deaths + (run && isDead(run) ? 1 : 0)
  return deaths === 0 ? undefined : { path, stamp, deaths }
}
