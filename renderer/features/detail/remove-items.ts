import { taskDraft } from '../../../shared/project/document.ts'
import type { Session } from '../../state/session.ts'
import { neighbourOf } from './problem-order.ts'

/** Takes files out of the task, as one step, and goes on to the neighbour where the current one was among them. */
export function removeItems(session: Session, task: string, ids: readonly string[]): void {
  const { project, views } = session
  const order = taskDraft(project.store.getState().document, task).items.map(({ id }) => id)
  const gone = new Set(ids)
  const { current } = views.store.getState()[task] ?? {}
  const next = current !== undefined && gone.has(current) ? neighbourOf(order, gone) : current
  project.edit([{ type: 'remove-items', task, items: [...ids] }])
  views.set(task, { current: next, selected: new Set(next === undefined ? [] : [next]), field: undefined })
}
