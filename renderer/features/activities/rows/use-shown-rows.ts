import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Row } from '../../../../shared/project/submission.ts'
import { useSession, useTaskDraft, useVerdict } from '../../../app/session-context.tsx'
import { taskViewOf } from '../../../state/task-view.ts'
import { useSheetState } from '../sheet/sheet-context.ts'
import { type Held, heldRows, isWhole, shownRows } from './held-rows.ts'

/** One thing of a task's view; the rest of it may change as the clerk goes from row to row. */
export const useViewPart = <K extends 'filter' | 'code' | 'query'>(task: string, part: K) =>
  useStore(useSession().views.store, (all) => taskViewOf(all, task)[part])

/** The rows of a list that filter and search leave on the screen, in order, and how to look anew which these are. */
export function useShownRows(task: string): readonly [rows: readonly Row[], renew: () => void] {
  const { rows } = useTaskDraft(task)
  const verdicts = useVerdict(task)?.rows
  const upToDate = useStore(useSession().judge.store, (state) => state.upToDate)
  const filter = useViewPart(task, 'filter')
  const code = useViewPart(task, 'code')
  const query = useViewPart(task, 'query')
  const wanted = { filter, code, query }
  const all = isWhole(wanted)
  const active = useSheetState((state) => (all ? undefined : state.active?.row))
  const [before, setHeld] = useState<Held>()
  const held = heldRows(before, { rows, verdicts, upToDate, wanted, active })
  if (held !== before) setHeld(held)
  const [renew] = useState(() => () => setHeld(undefined))
  return [useMemo(() => shownRows(rows, held), [rows, held]), renew]
}
