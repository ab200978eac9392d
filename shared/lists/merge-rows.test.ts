import { describe, expect, it } from 'vitest'
import type { Row } from '../project/submission.ts'
import { planImport, proposeChoice } from './plan-import.ts'
import type { RawCell, RawTable } from './raw-table.ts'
import { activities, activity, header, sheet } from './tables.fixture.ts'

const lines = (...more: readonly (readonly RawCell[])[]) => sheet([header, ...more])
let made = 0
const put = (file: string, table: RawTable, rows: readonly Row[] = []) =>
  planImport([proposeChoice(file, table, activities)], {
    task: activities,
    rows,
    year: 2023,
    newId: () => `row-${(made += 1)}`,
  })
const edited = (rows: readonly Row[], fields: Readonly<Record<string, string>>): Row[] =>
  rows.map((row) => ({ ...row, fields: { ...row.fields, ...fields } }))
const values = (rows: readonly Row[], field: string) => rows.map(({ fields }) => fields[field])
const full = activity('1', '科普讲座')

describe('a line that comes again as it was', () => {
  const first = put('附件2.xlsx', lines(full)).added

  it.each([
    ['nothing', {}],
    ['a time', { time: '2023年9月20日' }],
    ['a plain text', { name: '航天科普讲座', place: '市图书馆' }],
    ['a phone, taken away', { phone: '' }],
  ])('is its row after the clerk has edited %s', (_, fields) => {
    const plan = put('附件2.xlsx', lines(full), edited(first, fields))
    expect(plan).toMatchObject({ added: [], changed: [], report: { kept: 0 } })
    const place = { file: '附件2.xlsx', sheet: 'Sheet1', row: 2 }
    expect(plan.report.merged).toEqual([{ origin: place, into: place }])
  })

  it('is known by a mark in its origin, which says nothing to readers of the report', () => {
    expect(first[0]?.origins?.[0]?.mark).toMatch(/^[\da-f]{14}$/u)
  })
})

describe('a line that was corrected', () => {
  it('fills what was blank, and its origin stands once', () => {
    const rows = put('附件2.xlsx', lines(full.with(7, ''))).added
    const plan = put('附件2.xlsx', lines(full), rows)
    expect(plan.added).toEqual([])
    expect(values(plan.changed, 'phone')).toEqual(['13800000000'])
    expect(plan.changed[0]?.origins).toHaveLength(1)
    expect(plan.changed[0]?.origins?.[0]?.mark).not.toBe(rows[0]?.origins?.[0]?.mark)
    expect(put('附件2.xlsx', lines(full), plan.changed)).toMatchObject({ added: [], changed: [] })
  })

  it('that says another thing is a row of its own', () => {
    const rows = put('附件2.xlsx', lines(full)).added
    const plan = put('附件2.xlsx', lines(full.with(7, '13900000000')), rows)
    expect(values(plan.added, 'phone')).toEqual(['13900000000'])
    expect(plan.changed).toEqual([])
  })
})

describe("another county's line", () => {
  it('in a file of the same name, at the same place, is its own row', () => {
    const rows = edited(put('附件2.xlsx', lines(full)).added, { name: '航天讲座' })
    const plan = put('附件2.xlsx', lines(activity('1', '科普展览', { place: '沈河区图书馆' })), rows)
    expect(values(plan.added, 'name')).toEqual(['科普展览'])
    expect(plan.report).toMatchObject({ kept: 1, merged: [] })
  })
})

describe('two activities', () => {
  it.each([
    [3, '1-2号楼', '12号楼'],
    [3, '3.5号馆', '35号馆'],
    [1, 'C++编程课', 'C编程课'],
    [5, '健步走1.5公里', '健步走15公里'],
  ])('are not merged for a mark: column %i, %s and %s', (column, one, other) => {
    expect(put('a.xlsx', lines(full.with(column, one), full.with(column, other))).added).toHaveLength(2)
  })
})

describe('the unit that reports', () => {
  const withUnit = [...header, '报送单位']
  const told = (...units: string[]) => sheet([withUnit, ...units.map((unit) => [...full, unit])])
  const above = (unit: string) => sheet([[`填报单位：${unit}`], header, full])

  it('keeps rows apart where columns tell it differently', () => {
    const { added } = put('a.xlsx', told('浑南区科协', '沈河区科协', '浑南区科协', '沈河区科协'))
    expect(values(added, 'unit')).toEqual(['浑南区科协', '沈河区科协'])
    expect(added.map(({ origins }) => origins?.length)).toEqual([2, 2])
    expect(put('b.xlsx', told('沈河区科协'), added).changed.map(({ id }) => id)).toEqual([added[1]?.id])
  })

  it('does not where a heading tells it', () => {
    const rows = put('a.xlsx', told('浑南区科协')).added
    const plan = put('b.xlsx', above('沈河区科协'), rows)
    expect(plan).toMatchObject({ added: [], changed: [{ fields: { unit: '浑南区科协' } }] })
    const both = planImport(
      [above('沈河区科协'), told('浑南区科协')].map((table, index) =>
        proposeChoice(`${index}.xlsx`, table, activities),
      ),
      { task: activities, rows: [], year: 2023, newId: () => 'x' },
    )
    expect(values(both.added, 'unit')).toEqual(['沈河区科协'])
  })

  it('alone makes no two lines the same', () => {
    const only = (unit: string) => [...header.map(() => ''), unit]
    const { added } = put('a.xlsx', sheet([withUnit, only('浑南区科协'), only('浑南区科协')]))
    expect(values(added, 'unit')).toEqual(['浑南区科协', '浑南区科协'])
  })
})
