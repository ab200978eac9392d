import { describe, expect, it } from 'vitest'
import { secondsLeft, shareOf, startPace, withShare } from './time-left.ts'

const begun = withShare(startPace(0), 'write', 0, 0)
/** The pace after news every 100 ms. */
const run = (shares: readonly number[]) =>
  shares.reduce((pace, share, index) => withShare(pace, 'write', share, (index + 1) * 100), begun)
const steady = (from: number, to: number, steps: number) =>
  Array.from({ length: steps }, (_, index) => from + ((to - from) * (index + 1)) / steps)

describe('time left', () => {
  it('says nothing in the first three seconds', () => {
    expect(secondsLeft(run(steady(0, 0.29, 29)))).toBeUndefined()
    expect(secondsLeft(run(steady(0, 0.3, 30)))).toBeDefined()
  })

  it('is right for work that goes on steadily', () => {
    expect(secondsLeft(run(steady(0, 0.5, 100)))).toBeCloseTo(10, 5)
  })

  it('follows work that becomes slower, without jumping', () => {
    const fast = run(steady(0, 0.5, 50))
    const [next, later] = [51, 200].map((until) =>
      steady(0.5, 0.5 + (until - 50) * 0.001, until - 50).reduce(
        (pace, share, index) => withShare(pace, 'write', share, 5000 + (index + 1) * 100),
        fast,
      ),
    )
    expect(next && secondsLeft(next)).toBeLessThan(6)
    expect(later && secondsLeft(later)).toBeGreaterThan(25)
  })

  it('grows while nothing happens and never divides by nothing', () => {
    const before = run(steady(0, 0.5, 50))
    const after = withShare(before, 'write', 0.5, 15_000)
    expect(secondsLeft(after)).toBeGreaterThan((secondsLeft(before) ?? 0) * 2)
    expect(secondsLeft(withShare(begun, 'write', 0, 5000))).toBeUndefined()
  })

  it('does not take the leap to a stage for speed', () => {
    const leapt = withShare(withShare(startPace(0), 'probe', 0, 0), 'write', 0.15, 100)
    const pace = steady(0.15, 0.2, 40).reduce(
      (before, share, index) => withShare(before, 'write', share, 100 + (index + 1) * 100),
      leapt,
    )
    expect(secondsLeft(pace)).toBeCloseTo(64, 0)
    expect(secondsLeft(withShare(pace, 'verify', 0.7, 4200))).toBeUndefined()
  })

  it('never goes back', () => {
    expect(run([0.4, 0.2, 0.3]).share).toBe(0.4)
    expect(run([2]).share).toBe(1)
  })
})

describe('the share of the whole', () => {
  it('grows from stage to stage', () => {
    const shares = ['probe', 'write', 'verify', 'print'].flatMap((stage) =>
      [0, 1, 2].map((done) => shareOf({ stage, done, total: 2 })),
    )
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })

  it('is the beginning of the stage while nothing is known', () => {
    expect(shareOf({ stage: 'verify', done: 0, total: 0 })).toBe(0.7)
  })
})
