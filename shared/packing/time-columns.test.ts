import { describe, expect, it } from 'vitest'
import { activities } from '../lists/tables.fixture.ts'
import { listCells } from './list-cells.ts'
import { timeColumns } from './time-columns.ts'

describe('a time in two columns', () => {
  it.each([
    ['9月17日—23日', '9月17日', '9月23日'],
    ['9月17日—9月23日', '9月17日', '9月23日'],
    ['9月28日—10月3日', '9月28日', '10月3日'],
    ['2023年9月17日—23日', '2023年9月17日', '2023年9月23日'],
    ['2023年12月30日—2024年1月2日', '2023年12月30日', '2024年1月2日'],
    ['9月17日', '9月17日', ''],
    ['9月17日、19日', '9月17日、19日', ''],
    ['9月17日8:30—11:30', '9月17日8:30—11:30', ''],
    ['9月17日—23日（周一闭馆）', '9月17日—23日（周一闭馆）', ''],
    ['科普日期间', '科普日期间', ''],
    ['', '', ''],
  ])('%s begins %s and ends %s', (time, start, end) => {
    const uses = [
      { field: 'time', part: 'start' },
      { field: 'time', part: 'end' },
    ] as const
    expect(listCells({ fields: { time } }, 1, [...uses], activities)).toEqual([start, end])
  })

  it.each([
    ['9月17日8:30—11:30', '9月17日', '8:30—11:30'],
    ['9月17日—23日8:30—11:30', '9月17日—23日', '8:30—11:30'],
    ['2023年9月17日上午', '2023年9月17日', '上午'],
    ['9月17日—23日', '9月17日—23日', ''],
    ['9月17日8:30、19日', '9月17日8:30、19日', ''],
    ['9月17日上午（遇雨顺延）', '9月17日上午（遇雨顺延）', ''],
  ])('%s is on %s at %s', (time, day, hours) => {
    expect(timeColumns(time)).toMatchObject({ day, hours })
  })
})
