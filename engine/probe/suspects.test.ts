import { expect, test } from 'vitest'
import { type ProbingMark, settled, turnOf } from './suspects.ts'

const stamp = { bytes: 3, mtimeNs: '1' }
const run = { id: 'r', pid: 7 }
const mark = (deaths: number, given: Partial<ProbingMark> = {}): ProbingMark => ({
  path: '/a',
  stamp,
  deaths,
  ...given,
})

test('a mark of a dead run counts one death; of a living one it tells nothing', () => {
  expect(settled(mark(0, { run }), () => true)).toEqual(mark(1))
  expect(settled(mark(1, { run }), () => true)).toEqual(mark(2))
  expect(settled(mark(0, { run }), () => false)).toBeUndefined()
  expect(settled(mark(1, { run }), () => false)).toEqual(mark(1))
  expect(settled(mark(1), () => true)).toEqual(mark(1))
})
test.each([
  [0, 'together'],
  [1, 'alone'],
  [2, 'never'],
  [3, 'never'],
])('after %i deaths a file is looked at: %s', (deaths, turn) =>
  expect(turnOf(mark(deaths), stamp)).toBe(turn),
)
test('a file nobody knows, or one written since, is looked at with the others', () => {
  expect(turnOf(undefined, stamp)).toBe('together')
  expect(turnOf(mark(2), { ...stamp, bytes: 4 })).toBe('together')
  expect(turnOf(mark(2), { ...stamp, mtimeNs: '2' })).toBe('together')
})
