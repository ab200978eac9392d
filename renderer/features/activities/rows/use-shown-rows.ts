import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Row } from '../../../../shared/project/submission.ts'
import { useSession, useTaskDraft, useVerdict } from '../../../app/session-context.tsx'
import { taskViewOf } from '../../../state/task-view.ts'
import { useSheetState } from '../sheet/sheet-context.ts'
import { shownRows } from './shown-rows.ts'

/** One thing of a task's view; the rest of it may change as the clerk goes from row to row. */
export const useViewPart = <K extends 'filter' | 'code' | 'query'>(task: string, part: K) =>
  useStore(useSession().views.store, (all) => taskViewOf(all, task)[part])

/** The rows of a list that filter and search leave on the screen, in order. */
export function useShownRows(task: string): readonly Row[] {
  const { rows } = useTaskDraft(task)
  const verdicts = useVerdict(task)?.rows
  const filter = useViewPart(task, 'filter')
  const code = useViewPart(task, 'code')
  const query = useViewPart(task, 'query')
  const isWhole = filter === 'all' && code === undefined && query.trim() === ''
  const active = useSheetState((state) => (isWhole ? undefined : state.active?.row))
  return useMemo(
    () => shownRows(rows, verdicts, { filter, code, query }, active),
    [rows, verdicts, filter, code, query, active],
  )
}
