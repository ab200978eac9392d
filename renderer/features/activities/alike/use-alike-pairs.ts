import { useMemo } from 'react'
import { useTaskDraft, useVerdict } from '../../../app/session-context.tsx'
import { type AlikePair, alikePairs } from './alike-pairs.ts'

/** The rows of a list that are probably one activity, two by two. */
export function useAlikePairs(task: string): readonly AlikePair[] {
  const { rows } = useTaskDraft(task)
  const found = useVerdict(task)?.rows
  return useMemo(() => alikePairs(rows, found), [rows, found])
}
