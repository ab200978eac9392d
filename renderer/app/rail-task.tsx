import { useStore } from 'zustand'
import { deadlineOf } from '../../shared/notice/choose.ts'
import type { Task } from '../../shared/notice/task.ts'
import { daysBetween } from '../../shared/text/wall-clock.ts'
import { taskStanding } from '../state/task-standing.ts'
import { useSession, useTaskDraft, useVerdict } from './session-context.tsx'
import { standingText, words } from './wording.ts'

interface Props {
  readonly task: Task
  /** Local wall-clock time. */
  readonly now: string
  readonly current: boolean
  readonly onOpen: () => void
}

/** One task on the rail: title, how far it has come, until when. */
export function RailTask({ task, now, current, onOpen }: Props) {
  const draft = useTaskDraft(task.id)
  const verdict = useVerdict(task.id)
  const measured = useStore(useSession().facts.store, ({ facts }) =>
    draft.items.reduce((sum, { id }) => sum + (facts.has(id) ? 1 : 0), 0),
  )
  const standing = taskStanding(draft, verdict, measured)
  const deadline = deadlineOf(task)
  const days = deadline && now !== '' ? daysBetween(now, deadline.date) : undefined
  const late = days !== undefined && days < 0 && standing.state !== 'sent'
  return (
    <button
      type="button"
      className={`app-task${current ? ' app-task-on' : ''}`}
      aria-current={current ? 'page' : undefined}
      onClick={onOpen}
    >
      <strong>{task.title}</strong>
      <span className={`app-pill app-pill-${standing.state}`}>
        {task.kind === 'media' ? standingText(standing) : words.notYet}
      </span>
      <small>
        <span>
          {task.annex}
          {deadline && ` · ${words.deadlineOn(deadline.date, deadline.time)}`}
        </span>
        {days !== undefined && (
          <span className={late ? 'app-task-days app-task-late' : 'app-task-days'}>
            {words.daysLeft(days)}
          </span>
        )}
      </small>
    </button>
  )
}
