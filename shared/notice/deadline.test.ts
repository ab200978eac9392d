import { describe, expect, it } from 'vitest'
import { check } from '../rules/check.ts'
import { liaoning, photo, submissionOf, taskNamed } from '../rules/submission.fixture.ts'
import { deadlineStanding } from './deadline.ts'
import type { Task } from './task.ts'

const media = taskNamed('media')
const withTime = (time: string): Task => ({
  ...media,
  milestones: media.milestones.map((one) => (one.kind === 'deadline' ? { ...one, time } : one)),
})

describe('the deadline', () => {
  it.each([
    ['2023-08-23T23:59:59', 8, 'far'],
    ['2023-08-24T00:00:00', 7, 'near'],
    ['2023-08-30T23:59:00', 1, 'near'],
    ['2023-08-31T00:00:00', 0, 'today'],
    ['2023-08-31T23:59:59', 0, 'today'],
    ['2023-09-01T00:00:00', -1, 'passed'],
    ['2026-09-01T00:00:00', -1097, 'passed'],
  ] as const)('of a whole day, seen on %s: %d days, %s', (now, days, state) =>
    expect(deadlineStanding(media, now)).toEqual({ date: '2023-08-31', days, state }),
  )

  it.each([
    ['2023-08-30T18:00:00', 1, 'near'],
    ['2023-08-31T16:59:59', 0, 'today'],
    ['2023-08-31T17:00:00', 0, 'today'],
    ['2023-08-31T17:00:30', 0, 'passed'],
    ['2023-08-31T18:00:00', 0, 'passed'],
  ] as const)('at 17:00, seen on %s: %d days, %s', (now, days, state) =>
    expect(deadlineStanding(withTime('17:00'), now)).toEqual({
      date: '2023-08-31',
      time: '17:00',
      days,
      state,
    }),
  )

  it('is near by the days that the pack names, never where it names none', () => {
    const wide = media.requirements.map((one) => (one.kind === 'milestone' ? { ...one, nearDays: 30 } : one))
    const without = media.requirements.filter(({ kind }) => kind !== 'milestone')
    const state = (requirements: Task['requirements'], now: string) =>
      deadlineStanding({ ...media, requirements }, now)?.state
    expect(state(wide, '2023-08-02T09:00:00')).toBe('near')
    expect(state(without, '2023-08-30T09:00:00')).toBe('far')
    expect(state(without, '2023-08-31T09:00:00')).toBe('today')
  })

  it('is unknown without one, and before the clock is', () => {
    expect(deadlineStanding({ ...media, milestones: [] }, '2023-08-01T00:00:00')).toBeUndefined()
    expect(deadlineStanding(media, '')).toBeUndefined()
  })

  it('is judged as it is shown', () => {
    const late = {
      ...liaoning,
      tasks: liaoning.tasks.map((one) => (one === media ? withTime('17:00') : one)),
    }
    const codesAt = (now: string) =>
      check(late, submissionOf([photo('1'), photo('2')]), now)
        .map(({ code }) => code)
        .filter((code) => code.startsWith('deadline-'))
    expect(codesAt('2023-08-31T16:00:00')).toEqual(['deadline-near'])
    expect(codesAt('2023-08-31T18:00:00')).toEqual(['deadline-passed'])
    expect(codesAt('2023-08-20T18:00:00')).toEqual([])
  })
})
