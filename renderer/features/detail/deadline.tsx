import { useStore } from 'zustand'
import { deadlineOf, requirementsOf } from '../../../shared/notice/choose.ts'
import type { Task } from '../../../shared/notice/task.ts'
import { daysBetween } from '../../../shared/text/wall-clock.ts'
import { useSession } from '../../app/session-context.tsx'
import { words } from './wording.ts'

/** Days left, or that the day has passed. */
export function Deadline({ task }: { readonly task: Task }) {
  const now = useStore(useSession().judge.store, (state) => state.now)
  const deadline = deadlineOf(task)
  if (!deadline || now === '') return null
  const { date, time } = deadline
  const days = daysBetween(now, date)
  const passed = now > `${date}T${time ?? '23:59'}:59`
  const near = requirementsOf(task, 'milestone').find(({ milestone }) => milestone === deadline.id)
  const tone = passed ? 'bad' : days <= Math.min(near?.nearDays ?? 3, 3) ? 'warn' : 'ok'
  return (
    <div className={`detail-deadline detail-deadline-${tone}`}>
      <strong>
        {passed ? words.overdue(Math.max(-days, 0)) : days === 0 ? words.lastDay : words.daysLeft(days)}
      </strong>
      <span>{words.deadline(date, time)}</span>
    </div>
  )
}
