import { expect, test } from 'vitest'
import type { Job, JobsState } from '../state/jobs.ts'
import { progressOf } from './use-taskbar.ts'

const job = (kind: Job['kind']): Job => ({
  kind,
  task: 'media',
  startedAt: 0,
  progress: undefined,
  cancel: () => undefined,
})
const state = (running: readonly Job[], code?: 'cancelled' | 'nothing-to-pack'): JobsState => ({
  running,
  failure: code && { kind: 'pack', task: 'media', fault: { code } },
})

test('the taskbar shows how far packing is, in hundredths', () => {
  expect(progressOf(state([job('pack'), job('add')]), {})).toBe(0)
  const share = progressOf(state([job('pack')]), { probe: 1, write: 0.501234 })
  expect(share).toBeGreaterThan(0)
  expect(share).toBeLessThan(1)
  expect(Number(share) * 100).toBeCloseTo(Math.round(Number(share) * 100))
})
test('other work is shown as work, a failure until it is dismissed, and nothing else', () => {
  expect(progressOf(state([job('add')]), {})).toBe('busy')
  expect(progressOf(state([], 'nothing-to-pack'), {})).toBe('failed')
  expect(progressOf(state([], 'cancelled'), {})).toBeUndefined()
  expect(progressOf(state([]), {})).toBeUndefined()
})
