import { taskDraft } from '../../../shared/project/document.ts'
import type { Session } from '../../state/session.ts'
import { taskViewOf } from '../../state/task-view.ts'
import { neighbourOf } from './problem-order.ts'

/** Goes on to the neighbour of files that are about to be taken away, where the current one is among them. */
export function leaveItems(session: Session, task: string, ids: readonly string[]): void {
  const { project, views } = session
  const gone = new Set(ids)
  const { current } = taskViewOf(views.store.getState(), task)
  if (current === undefined || !gone.has(current)) return
  const order = taskDraft(project.store.getState().document, task).items.map(({ id }) => id)
  views.set(task, { current: neighbourOf(order, gone), field: undefined })
}
