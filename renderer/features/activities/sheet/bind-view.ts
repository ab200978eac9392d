import type { Session } from '../../../state/session.ts'
import { taskViewOf } from '../../../state/task-view.ts'
import type { Sheet } from './sheet-state.ts'

/**
 * Keeps the task's view and the sheet at one row: what leads to a row from elsewhere (a line of the board, an obstacle)
 * names it in the view, and the view outlives the page.
 *
 * @param fieldOf the cell of a row that is meant where none is named
 */
export function bindView(
  { views }: Session,
  task: string,
  sheet: Sheet,
  fieldOf: (row: string) => string | undefined,
): () => void {
  const view = () => taskViewOf(views.store.getState(), task)
  const follow = () => {
    const { current, field } = view()
    if (current === sheet.store.getState().active?.row) return
    const meant = current === undefined ? undefined : (field ?? fieldOf(current))
    if (current === undefined || meant === undefined) sheet.select(undefined)
    else sheet.select({ row: current, field: meant })
  }
  follow()
  const leave = [
    views.store.subscribe(() => {
      const before = sheet.store.getState().active?.row
      follow()
      if (view().current !== undefined && view().current !== before) sheet.focus()
    }),
    sheet.store.subscribe(({ active }) => {
      if (active?.row !== view().current) views.set(task, { current: active?.row, field: undefined })
    }),
  ]
  return () => leave.forEach((off) => off())
}
