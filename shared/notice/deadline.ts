import { daysBetween } from '../text/wall-clock.ts'
import { deadlineOf, requirementsOf } from './choose.ts'
import type { Milestone, Task } from './task.ts'

/** Where a date of a task stands, seen from now. */
export interface Standing {
  readonly date: string
  readonly time?: string
  /** Whole days until the day of it: 0 on the day, negative behind it. */
  readonly days: number
  /** `near` within the days that the pack names, `today` on the day itself, until its time has come. */
  readonly state: 'far' | 'near' | 'today' | 'passed'
}

/**
 * A date without a time includes the whole day (8月31日前: the 31st counts), one with a time ends at that minute.
 *
 * @param now local wall-clock time, `YYYY-MM-DDTHH:mm:ss`
 */
export function milestoneStanding({ date, time }: Milestone, nearDays: number, now: string): Standing {
  const end = time === undefined ? `${date}T23:59:59` : `${date}T${time}:00`
  const days = daysBetween(now, date)
  const state = now > end ? 'passed' : days === 0 ? 'today' : days <= nearDays ? 'near' : 'far'
  return { date, ...(time !== undefined && { time }), days, state }
}

/** The standing of a task's deadline; undefined where it has none, and while nobody knows the time. */
export function deadlineStanding(task: Task, now: string): Standing | undefined {
  const deadline = deadlineOf(task)
  if (!deadline || now === '') return undefined
  const requirement = requirementsOf(task, 'milestone').find(({ milestone }) => milestone === deadline.id)
  return milestoneStanding(deadline, requirement?.nearDays ?? 0, now)
}
