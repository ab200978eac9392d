import { describe, expect, it } from 'vitest'
import type { RawTable } from '../../shared/lists/raw-table.ts'
import { sheet } from '../../shared/lists/tables.fixture.ts'
import { shenyang } from '../../shared/rules/submission.fixture.ts'
import { disturbed } from './disturbed-cells.ts'

const labels = ['活动名称', '审核意见']
const before = sheet([['填报单位：'], labels, [], [], ['说明：甲', '', '乙']])
const blank = {
  sheet: before.sheet,
  labels,
  uses: [{ field: 'name', part: 'whole' } as const, null],
  headerFirst: 2,
  headerRow: 2,
  footerRow: 5,
  overwritten: [],
  mergedRows: false,
}
const ground = { tables: [before], blank, unit: shenyang, ready: 2, inserted: { after: 3, count: 1 } }
const places = (...lines: string[][]) => {
  const after: RawTable = sheet(lines)
  return disturbed(after, ground, 3).map(({ row, column }) => [row + 2, column])
}
const heading = ['填报单位：沈阳市科协']
const rows = [['甲'], ['乙'], ['丙']]
const footer = ['说明：甲', '', '乙']

describe('cells in which nothing was to be written', () => {
  it('say what they said, after they moved down too, or have got the unit behind their label', () => {
    expect(places(heading, labels, ...rows, footer)).toEqual([])
    expect(places(['填报单位：'], labels, ...rows, footer)).toEqual([])
  })
  it.each([
    ['a lost heading', [[], labels, ...rows, footer], [1, 0]],
    ['another header', [heading, ['活动名称', '意见'], ...rows, footer], [2, 1]],
    ['a column of others', [heading, labels, ['甲', '同意'], ['乙'], ['丙'], footer], [3, 1]],
    ['a note that is cut', [heading, labels, ...rows, ['说明：甲']], [6, 2]],
  ])('do not: %s', (_, lines, place) => {
    expect(places(...lines)).toEqual([place])
  })
})
