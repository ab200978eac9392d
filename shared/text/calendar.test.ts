import { expect, it } from 'vitest'
import { daysInMonth, isDay, isoDate } from './calendar.ts'

it.each([
  [2023, 2, 28],
  [2024, 2, 29],
  [1900, 2, 28],
  [2000, 2, 29],
  [2023, 9, 30],
  [2023, 12, 31],
  [2023, 13, 0],
])('in %i month %i has %i days', (year, month, days) => {
  expect(daysInMonth(year, month)).toBe(days)
})

it.each([
  [2023, 9, 30, true],
  [2023, 9, 31, false],
  [2023, 0, 1, false],
  [2023, 1, 0, false],
])('%i-%i-%i exists: %s', (year, month, day, exists) => {
  expect(isDay(year, month, day)).toBe(exists)
})

it('writes as much of a date as is known', () => {
  expect([isoDate(2023), isoDate(2023, 5), isoDate(2023, 5, 2)]).toEqual(['2023', '2023-05', '2023-05-02'])
})
