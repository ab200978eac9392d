import { useLayoutEffect, useMemo, useRef } from 'react'
import type { DraftItem } from '../../../shared/project/document.ts'
import { useTaskDraft, useTaskView, useVerdict } from '../../app/session-context.tsx'
import { nothingHeld, visibleRows } from './visible-rows.ts'

/** The files of a task that filter and search leave on the screen, in order. */
export function useRows(task: string): readonly DraftItem[] {
  const { items } = useTaskDraft(task)
  const verdicts = useVerdict(task)?.items
  const [{ filter, code, query, current }] = useTaskView(task)
  const held = useRef(nothingHeld)
  const seen = useMemo(
    () => visibleRows(items, verdicts, { filter, code, query, current }, held.current),
    [items, verdicts, filter, code, query, current],
  )
  useLayoutEffect(() => {
    held.current = seen.held
  }, [seen])
  return seen.rows
}
