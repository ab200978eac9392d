import type { PackageName } from '../../shared/naming/package-names.ts'
import type { Counts } from '../../shared/packing/counts.ts'
import type { QuotaStanding } from '../../shared/packing/quota.ts'
import { blocking, type Judged } from '../../shared/rules/verdict.ts'

/**
 * Where a file stands, the worst first: it breaks a rule, lacks texts, should be looked at, is fine — or stays out of
 * the package because the task does not ask for it.
 */
export type ItemState = 'bad' | 'incomplete' | 'doubtful' | 'fine' | 'left-out'

export interface ItemVerdict {
  readonly state: ItemState
  readonly judged: readonly Judged[]
  /** The name it will bear in the package; undefined for what stays out. */
  readonly name: PackageName | undefined
}

/** The verdict on a task, by file and as a whole. */
export interface TaskVerdict {
  /** Files that were measured, by id. */
  readonly items: ReadonlyMap<string, ItemVerdict>
  /** Findings on rows of a list, by the row's id; rows without any are absent. */
  readonly rows: ReadonlyMap<string, readonly Judged[]>
  /** Findings on the submission as a whole. */
  readonly whole: readonly Judged[]
  readonly counts: Counts
  readonly quota: QuotaStanding | undefined
  readonly states: Readonly<Record<ItemState, number>>
  /** Places to mend before it can be packed, counted as they are told beside 一键打包; waived ones are none. */
  readonly errors: number
  /** Of what would be packed now: a package with another mark is not what stands here any more. */
  readonly mark: string
}

export function itemState(judged: readonly Judged[], belongs: boolean): ItemState {
  if (!belongs) return 'left-out'
  const open = judged.filter(({ waived }) => waived === undefined)
  const errors = blocking(open)
  if (errors.some(({ code }) => code !== 'text-missing')) return 'bad'
  if (errors.length > 0) return 'incomplete'
  return open.some(({ finding }) => finding.severity === 'warning') ? 'doubtful' : 'fine'
}
