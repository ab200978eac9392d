import { useEffect } from 'react'
import type { TaskbarProgress } from '../../shared/desktop-bridge.ts'
import { type Reached, shareOf, withReached } from '../features/package/time-left.ts'
import type { JobsState } from '../state/jobs.ts'
import { useSession } from './session-context.tsx'

/** Shows on the taskbar how the window's long work stands, where there is a taskbar. */
export function useTaskbar(): void {
  const { host, jobs } = useSession()
  useEffect(() => {
    let reached: Reached = {}
    let last: TaskbarProgress | undefined
    const tell = (state: JobsState) => {
      const packing = state.running.find(({ kind }) => kind === 'pack')
      reached = packing?.progress ? withReached(reached, packing.progress) : packing ? reached : {}
      const next = progressOf(state, reached)
      if (next !== last) host.showProgress?.(next)
      last = next
    }
    const leave = jobs.store.subscribe(tell)
    tell(jobs.store.getState())
    return () => {
      leave()
      if (last !== undefined) host.showProgress?.(undefined)
    }
  }, [host, jobs])
}

/**
 * What the taskbar shows of the jobs: packing by its share in full hundredths, for which nobody would see more of; other
 * work as work; that something has failed until it is dismissed.
 */
export function progressOf({ running, failure }: JobsState, reached: Reached): TaskbarProgress | undefined {
  if (running.some(({ kind }) => kind === 'pack')) return Math.floor(shareOf(reached) * 100) / 100
  if (running.length > 0) return 'busy'
  return failure && failure.fault.code !== 'cancelled' ? 'failed' : undefined
}
