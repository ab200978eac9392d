import { Button } from 'antd'
import { useEffect, useMemo } from 'react'
import { useSession, useTaskDraft, useTaskView, useVerdict } from '../../app/session-context.tsx'
import { keepField } from './focus-field.ts'
import { nextProblem, problemCount } from './problem-order.ts'
import { turnTo } from './turn-to.ts'
import { words } from './wording.ts'

/** The way from problem to problem, by buttons and by F8. */
export function ProblemBar({ task }: { readonly task: string }) {
  const session = useSession()
  const [{ current }] = useTaskView(task)
  const { items } = useTaskDraft(task)
  const verdict = useVerdict(task)
  const ids = useMemo(() => items.map(({ id }) => id), [items])
  const targets = useMemo(() => {
    const target = (step: 1 | -1) => verdict && nextProblem(ids, verdict.items, current, step)
    return { next: target(1), previous: target(-1) }
  }, [ids, verdict, current])
  const go = (id: string | undefined) => {
    if (id === undefined) return
    keepField()
    turnTo(session, task, id)
  }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.defaultPrevented || event.isComposing) return
      event.preventDefault()
      go(event.shiftKey ? targets.previous : targets.next)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
  const count = verdict ? problemCount(verdict.states) : 0
  if (count === 0) return null
  return (
    <nav className="detail-bar" aria-label={words.problems(count)}>
      <Button
        disabled={targets.previous === undefined}
        onClick={() => go(targets.previous)}
        title={words.previousProblemKey}
        aria-label={words.previousProblem}
      >
        {words.previousShort}
      </Button>
      <Button
        className="detail-bar-next"
        disabled={targets.next === undefined}
        onClick={() => go(targets.next)}
        title={words.nextProblemKey}
      >
        {words.nextProblem}
        <span className="detail-count tabular">{count}</span>
      </Button>
    </nav>
  )
}
