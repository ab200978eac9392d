import { taskDraft } from '../../../shared/project/document.ts'
import type { Session } from '../../state/session.ts'
import { taskViewOf } from '../../state/task-view.ts'
import { isWanted } from '../media/visible-rows.ts'

/** Shows a file's details; where filter or search hide it in the grid, they are given up. */
export function turnTo(session: Session, task: string, id: string): void {
  const { project, judge, views } = session
  const item = taskDraft(project.store.getState().document, task).items.find((one) => one.id === id)
  if (!item) return
  const view = taskViewOf(views.store.getState(), task)
  const verdict = judge.store.getState().verdicts[task]?.items.get(id)
  const whole = isWanted(item, verdict, view) ? {} : { filter: 'all' as const, code: undefined, query: '' }
  // Of several selected files the pane shows what they have in common, not this one.
  const alone = view.selected.size > 1 ? { selected: new Set<string>() } : {}
  views.set(task, { ...whole, ...alone, current: id, field: undefined })
}
