import { describe, expect, it } from 'vitest'
import type { ItemState } from '../../state/item-verdict.ts'
import { neighbourOf, nextProblem } from './problem-order.ts'

const states: Record<string, ItemState> = {
  a: 'bad',
  b: 'fine',
  c: 'incomplete',
  d: 'left-out',
  e: 'doubtful',
}
const ids = Object.keys(states)
const verdicts = new Map(
  Object.entries(states).map(([id, state]) => [id, { state, judged: [], name: undefined }]),
)
const from = (current: string | undefined, step: 1 | -1) => nextProblem(ids, verdicts, current, step)

describe('the way from problem to problem', () => {
  it('goes forward and back, passes over what is fine, and begins again', () => {
    expect([from('a', 1), from('b', 1), from('c', 1), from('e', 1)]).toEqual(['c', 'c', 'e', 'a'])
    expect([from('e', -1), from('d', -1), from('c', -1), from('a', -1)]).toEqual(['c', 'c', 'a', 'e'])
  })
  it('begins at either end when nothing is chosen', () => {
    expect([from(undefined, 1), from(undefined, -1), from('gone', 1)]).toEqual(['a', 'e', 'a'])
  })
  it('ends where no other file has a problem', () => {
    expect(nextProblem(['a', 'b'], verdicts, 'a', 1)).toBeUndefined()
    expect(nextProblem([], verdicts, undefined, -1)).toBeUndefined()
  })
})

it('shows the neighbour of what was removed', () => {
  expect(neighbourOf(ids, new Set(['b', 'c']))).toBe('d')
  expect(neighbourOf(ids, new Set(['e']))).toBe('d')
  expect(neighbourOf(['a'], new Set(['a']))).toBeUndefined()
})
