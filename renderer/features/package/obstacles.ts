import type { FaultData } from '../../../shared/faults.ts'
import { allJudged, type FindingLine, openLines } from '../../state/finding-groups.ts'
import type { TaskVerdict } from '../../state/item-verdict.ts'

/** Why a task cannot be packed yet. */
export type Obstacle =
  /** Another task is being packed. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'measuring'; readonly left: number }
  /** Measuring has stopped. */
  | { readonly kind: 'stopped'; readonly fault: FaultData }
  | { readonly kind: 'judging' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unit' }
  | { readonly kind: 'findings'; readonly line: FindingLine }

interface Standing {
  readonly verdict: TaskVerdict | undefined
  /** Whether the verdict takes everything into account. */
  readonly upToDate: boolean
  /** How many files are not measured yet. */
  readonly unmeasured: number
  readonly trouble: FaultData | undefined
  readonly unitComplete: boolean
  readonly busy: boolean
}

/** What stands in the way of packing, in the order in which it should be dealt with; empty when nothing does. */
export function obstaclesOf(standing: Standing): Obstacle[] {
  const { verdict, upToDate, unmeasured, trouble, unitComplete, busy } = standing
  const nothing = verdict !== undefined && unmeasured === 0 && verdict.counts.total === 0
  const waiting: Obstacle[] =
    unmeasured > 0
      ? [trouble ? { kind: 'stopped', fault: trouble } : { kind: 'measuring', left: unmeasured }]
      : verdict && upToDate
        ? []
        : [{ kind: 'judging' }]
  const lines = openLines(verdict ? allJudged(verdict) : [], 'error')
  return [
    ...(busy ? [{ kind: 'busy' } as const] : []),
    ...waiting,
    ...(nothing ? [{ kind: 'nothing' } as const] : []),
    ...(unitComplete ? [] : [{ kind: 'unit' } as const]),
    ...lines
      // How many there are is not known before all are measured, and none at all is said already.
      .filter(({ code }) => code !== 'quota-short' || (unmeasured === 0 && !nothing))
      .map((line) => ({ kind: 'findings', line }) as const),
  ]
}
