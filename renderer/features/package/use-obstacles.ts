import { useMemo } from 'react'
import { useStore } from 'zustand'
import { unitOf } from '../../../shared/project/draft-submission.ts'
import { useProject, useSession, useTaskDraft, useVerdict } from '../../app/session-context.tsx'
import { type Obstacle, obstaclesOf } from './obstacles.ts'

/** What stands in the way of packing a task, kept up with every edit. */
export function useObstacles(task: string): readonly Obstacle[] {
  const { facts, judge, jobs } = useSession()
  const verdict = useVerdict(task)
  const upToDate = useStore(judge.store, (state) => state.upToDate)
  const { items } = useTaskDraft(task)
  const measured = useStore(facts.store, (state) => state.facts)
  const trouble = useStore(facts.store, (state) => state.trouble)
  const busy = useStore(jobs.store, ({ running }) =>
    running.some((job) => job.kind === 'pack' && job.task !== task),
  )
  const unit = useProject(({ document }) => document.unit)
  const unmeasured = useMemo(() => items.filter(({ id }) => !measured.has(id)).length, [items, measured])
  return useMemo(
    () =>
      obstaclesOf({ verdict, upToDate, unmeasured, trouble, unitComplete: unitOf(unit) !== undefined, busy }),
    [verdict, upToDate, unmeasured, trouble, unit, busy],
  )
}
