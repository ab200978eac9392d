import { useStore } from 'zustand'
import { deadlineStanding } from '../../../shared/notice/deadline.ts'
import type { Task } from '../../../shared/notice/task.ts'
import { useSession } from '../../app/session-context.tsx'
import { deadlineText, words } from './wording.ts'

const tones = { far: 'ok', near: 'warn', today: 'warn', passed: 'bad' } as const

/** Days left, or that the day has passed. */
export function Deadline({ task }: { readonly task: Task }) {
  const now = useStore(useSession().judge.store, (state) => state.now)
  const standing = deadlineStanding(task, now)
  if (!standing) return null
  return (
    <div className={`detail-deadline detail-deadline-${tones[standing.state]}`}>
      <strong>{deadlineText(standing)}</strong>
      <span>{words.deadline(standing.date, standing.time)}</span>
    </div>
  )
}
