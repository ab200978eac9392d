import { expect, it } from 'vitest'
import { timeLeftText } from './time-left.ts'

it.each([
  ['far', 12, '还剩 12 天'],
  ['near', 1, '还剩 1 天'],
  ['today', 0, '就在今天'],
  ['passed', 0, '已过截止时间'],
  ['passed', -2, '已过 2 天'],
] as const)('says of a deadline that is %s by %d days: %s', (state, days, text) =>
  expect(timeLeftText({ state, days })).toBe(text),
)
