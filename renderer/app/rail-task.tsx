import { useStore } from 'zustand'
import { deadlineStanding } from '../../shared/notice/deadline.ts'
import type { Task } from '../../shared/notice/task.ts'
import { timeLeftText } from '../../shared/wording/time-left.ts'
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
  const deadline = deadlineStanding(task, now)
  const late = deadline?.state === 'passed' && standing.state !== 'sent'
  return (
    <button
      type="button"
      className={`app-task${current ? ' app-task-on' : ''}`}
      aria-current={current ? 'page' : undefined}
      onClick={onOpen}
    >
      <strong>{task.title}</strong>
      <span className={`app-pill app-pill-${standing.state}`}>{standingText(standing)}</span>
      <small>
        <span>
          {task.annex}
          {deadline && ` · ${words.deadlineOn(deadline.date, deadline.time)}`}
        </span>
        {deadline && (
          <span className={late ? 'app-task-days app-task-late' : 'app-task-days'}>
            {timeLeftText(deadline)}
          </span>
        )}
      </small>
    </button>
  )
}
