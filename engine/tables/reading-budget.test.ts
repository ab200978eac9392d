import { expect, test } from 'vitest'
import type { RawTable } from '../../shared/lists/raw-table.ts'
import { ReadingBudget } from './reading-budget.ts'

const tableOf = (rows: number, text = '讲座'): RawTable => ({
  sheet: '',
  hidden: false,
  epoch: 1900,
  lines: Array.from({ length: rows }, (_, index) => ({ row: index + 1, cells: [text] })),
})

test('files go beyond the bound only together, and a smaller one after that still fits', () => {
  const budget = new ReadingBudget()
  expect(budget.take([tableOf(20_000), tableOf(20_000)])).toBeUndefined()
  expect(budget.take([tableOf(10_001)])).toEqual({ problem: 'too-many-rows', rows: 50_001, limit: 50_000 })
  expect(budget.take([tableOf(10_000)])).toBeUndefined()
})

test('texts are bounded too', () => {
  const budget = new ReadingBudget()
  const mib = 1024 * 1024
  const half = tableOf(1, '科'.repeat(16 * mib))
  expect(budget.take([half])).toBeUndefined()
  expect(budget.take([half, tableOf(1)])).toEqual({
    problem: 'too-large',
    bytes: 64 * mib + 4,
    limit: 64 * mib,
  })
  expect(budget.take([half])).toBeUndefined()
})
