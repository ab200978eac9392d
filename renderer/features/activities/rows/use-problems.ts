import { useCallback, useEffect, useMemo } from 'react'
import { taskDraft } from '../../../../shared/project/document.ts'
import { useSession, useVerdict } from '../../../app/session-context.tsx'
import type { TaskVerdict } from '../../../state/item-verdict.ts'
import { taskViewOf } from '../../../state/task-view.ts'
import { useSheet } from '../sheet/sheet-context.ts'
import type { Cell } from '../sheet/sheet-state.ts'
import { nextProblem, troubledRows } from './next-problem.ts'
import { hasOpenDialog } from '../../../ui/open-dialog.ts'
import { isRowWanted, rowState } from './shown-rows.ts'

/** Goes to a cell; where filter or search hide its row, they are given up. */
export function useTurnTo(task: string): (cell: Cell) => void {
  const { project, judge, views } = useSession()
  const sheet = useSheet()
  return useCallback(
    (cell) => {
      const row = taskDraft(project.store.getState().document, task).rows.find(({ id }) => id === cell.row)
      if (!row) return
      const view = taskViewOf(views.store.getState(), task)
      const judged = judge.store.getState().verdicts[task]?.rows.get(row.id)
      const isShown = sheet.rows().some(({ id }) => id === row.id)
      if (!isShown && !isRowWanted(row, judged, view))
        views.set(task, { filter: 'all', code: undefined, query: '' })
      sheet.select(cell)
      sheet.focus()
    },
    [project, judge, views, sheet, task],
  )
}

const none: TaskVerdict['rows'] = new Map()

/** The way from problem to problem. */
export function useProblems(task: string): {
  readonly count: number
  readonly go: (step: 1 | -1) => void
} {
  const { project, judge } = useSession()
  const sheet = useSheet()
  const turnTo = useTurnTo(task)
  const verdicts = useVerdict(task)?.rows
  const count = useMemo(() => troubledRows(verdicts), [verdicts])
  const go = useCallback(
    (step: 1 | -1) => {
      // What is being written counts.
      sheet.writing()?.flush()
      const found = judge.store.getState().verdicts[task]?.rows ?? none
      const isTroubled = ({ id }: { readonly id: string }) => rowState(found.get(id)) !== 'fine'
      // What filter and search hide waits until nothing is left of what they show.
      const rows = sheet.rows().some(isTroubled)
        ? sheet.rows()
        : taskDraft(project.store.getState().document, task).rows
      const fields = sheet.fields().map(({ key }) => key)
      const next = nextProblem(rows, found, fields, sheet.store.getState().active, step)
      if (next) turnTo(next)
    },
    [project, judge, sheet, turnTo, task],
  )
  return { count, go }
}

/** F8 and Shift+F8, wherever on the page the keyboard is. */
export function useProblemKeys(go: (step: 1 | -1) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.defaultPrevented || event.isComposing) return
      if (hasOpenDialog()) return
      event.preventDefault()
      go(event.shiftKey ? -1 : 1)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [go])
}
