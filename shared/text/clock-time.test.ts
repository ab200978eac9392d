import { expect, it } from 'vitest'
import { clockTime, runsBackwards, tidyTime } from './clock-time.ts'

it.each([
  ['8:30', true],
  ['8:30-11:30', true],
  ['24:00', true],
  ['上午', true],
  ['晚7点', true],
  ['上午9:00-下午4:00', true],
  ['9-11时', true],
  ['9时30分-11时', true],
  ['22:00-次日2:00', true],
  ['25:00', false],
  ['8:60', false],
  ['9', false],
])('%s is a time of day: %s', (text, is) => {
  expect(new RegExp(`^${clockTime}$`, 'u').test(text)).toBe(is)
})

it.each([
  ['10:30:00', '10:30'],
  ['10:30:15', '10:30:15'],
  ['08:30:00-11:30:00', '08:30-11:30'],
  ['00:00:00', undefined],
  ['0:00', undefined],
  ['10:00', '10:00'],
])('%s is kept as %s', (text, time) => {
  expect(tidyTime(text)).toBe(time)
})

it.each([
  ['14:00-09:00', true],
  ['14:00-9:00', true],
  ['09:00-05:00', true],
  ['9:00-5:00', false],
  ['9:00-11:00', false],
  ['下午2:00-4:00', false],
])('%s runs backwards: %s', (text, backwards) => {
  expect(runsBackwards(text)).toBe(backwards)
})
