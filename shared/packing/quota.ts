import { type Bound, within } from '../notice/bound.ts'
import { requirementsOf, unitClassOf } from '../notice/choose.ts'
import type { Notice } from '../notice/notice.ts'
import type { Task } from '../notice/task.ts'
import { belonging, distinctItems } from '../project/belonging.ts'
import type { Submission } from '../project/submission.ts'
import { countsOf } from './counts.ts'

/** What the notice asks of the unit's class in number, and what is there; the same file twice is one. */
export interface QuotaStanding {
  readonly bound: Bound
  readonly have: number
  readonly met: boolean
  /** The class as people call it: 各市. */
  readonly unitClass: string
  readonly measure: '个' | '项'
}

/** The standing of the task's quota; undefined without a unit, and where the notice sets none for its class. */
export function quotaStanding(notice: Notice, task: Task, submission: Submission): QuotaStanding | undefined {
  const requirement = requirementsOf(task, 'quota')[0]
  const unitClass = submission.unit && unitClassOf(notice, submission.unit.class)
  const quota = requirement?.quotas.find((one) => one.unitClass === unitClass?.id)
  if (!requirement || !quota || !unitClass) return undefined
  const items = distinctItems(belonging(task, submission.items))
  const counts = countsOf({ items, rows: submission.rows })
  const by = { image: counts.images, video: counts.videos, row: counts.rows }
  const have = requirement.counts.reduce((sum, kind) => sum + by[kind], 0)
  const measure = requirement.counts.includes('row') ? '项' : '个'
  return { bound: quota.bound, have, met: within(quota.bound, have), unitClass: unitClass.label, measure }
}
