import { describe, expect, it } from 'vitest'
import {
  paceStage,
  type Reached,
  secondsLeft,
  shareOf,
  startPace,
  withReached,
  withShare,
} from './time-left.ts'

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
    expect(secondsLeft(withShare(pace, 'print', 0.95, 4200))).toBeUndefined()
  })

  it('never goes back', () => {
    expect(run([0.4, 0.2, 0.3]).share).toBe(0.4)
    expect(run([2]).share).toBe(1)
  })
})

describe('the share of the whole', () => {
  /** Shares as news of stages come in, each as it stands out of 4. */
  const sharesOf = (news: readonly (readonly [stage: string, done: number])[]) => {
    let reached: Reached = {}
    return news.map(([stage, done]) => {
      reached = withReached(reached, { stage, done, total: 4 })
      return Number(shareOf(reached).toFixed(6))
    })
  }

  it('grows from stage to stage', () => {
    const stages = ['probe', 'write', 'verify', 'print']
    const shares = sharesOf(stages.flatMap((stage) => [0, 2, 4].map((done) => [stage, done] as const)))
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })

  it('takes writing and proving for one piece of work, told under either name', () => {
    const told = [['write', 1], ['verify', 1], ['write', 2], ['verify', 3], ['write', 4]] as const // prettier-ignore
    expect(sharesOf([['probe', 4], ...told])).toEqual([0.15, 0.35, 0.35, 0.55, 0.75, 0.95])
  })

  it('tells a steady time left where the name of the work goes to and fro', () => {
    const names = ['write', 'verify']
    const pace = steady(0.15, 0.55, 80).reduce(
      (before, share, index) =>
        withShare(before, paceStage(names[index % 2] ?? ''), share, (index + 1) * 100),
      withShare(startPace(0), paceStage('write'), 0.15, 0),
    )
    expect(secondsLeft(pace)).toBeCloseTo(9, 5)
  })

  it('does not go back, and knows nothing of nothing', () => {
    const shares = sharesOf([['write', 3], ['write', 1], ['verify', 1], ['write', 4]]) // prettier-ignore
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shareOf({})).toBe(0)
    expect(shareOf(withReached({}, { stage: 'write', done: 0, total: 0 }))).toBe(0.15)
  })
})
