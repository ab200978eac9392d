import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Task } from '../../../shared/notice/task.ts'
import type { Replaced } from '../../../shared/packing/replaced.ts'
import { taskDraft } from '../../../shared/project/document.ts'
import { draftSubmission } from '../../../shared/project/draft-submission.ts'
import { useProject, useSession, useVerdict } from '../../app/session-context.tsx'
import { allJudged } from '../../state/finding-groups.ts'
import { type PackSummary, packSummary } from './pack-summary.ts'

/** The package of a task as it would be written now, kept up with every edit. */
export function usePackSummary(task: Task, replaces: Replaced | undefined): PackSummary {
  const { notice, facts, judge } = useSession()
  const document = useProject((state) => state.document)
  const verdict = useVerdict(task.id)
  const measured = useStore(facts.store, (state) => state.facts)
  const now = useStore(judge.store, (state) => state.now)
  return useMemo(
    () =>
      packSummary({
        notice,
        task,
        submission: draftSubmission(document, task.id, (item) => measured.get(item)),
        judged: verdict ? allJudged(verdict) : [],
        replaces,
        choice: taskDraft(document, task.id).sending,
        now,
      }),
    [notice, task, document, measured, verdict, replaces, now],
  )
}
