import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { unitOf } from '../../../shared/project/draft-submission.ts'
import { useProject, useSession, useTaskDraft, useVerdict } from '../../app/session-context.tsx'
import { type Obstacle, obstaclesOf } from './obstacles.ts'

/** What stands in the way of packing a task, kept up with every edit. */
export function useObstacles(task: string): readonly Obstacle[] {
  const { facts, judge, jobs } = useSession()
  const verdict = useVerdict(task)
  const upToDate = useSettled(useStore(judge.store, (state) => state.upToDate))
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

/** In ms: the judge is done before anybody could read that it is at work, and what lies under the pointer must not change. */
const patience = 600

/** Whether the judge keeps up; a moment in which it does not is passed over. The engine judges once more before it packs. */
function useSettled(upToDate: boolean): boolean {
  const [late, setLate] = useState(!upToDate)
  useEffect(() => {
    if (upToDate) return setLate(false)
    const timer = setTimeout(() => setLate(true), patience)
    return () => clearTimeout(timer)
  }, [upToDate])
  return !late
}
