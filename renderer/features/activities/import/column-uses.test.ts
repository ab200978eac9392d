import { describe, expect, it } from 'vitest'
import type { ColumnUse } from '../../../../shared/lists/columns.ts'
import { assignUse, keyOfUse, missingFields, sameUses } from './column-uses.ts'
import { allChoices, fieldChoices } from './field-choices.ts'
import { listTask } from './tables.fixture.ts'

const task = listTask()
const whole = (field: string): ColumnUse => ({ field, part: 'whole' })
const part = (field: string, of: ColumnUse['part']): ColumnUse => ({ field, part: of })

describe('what a column may hold', () => {
  it('is offered by what is required, with the fields that stand together or apart', () => {
    const choices = fieldChoices(task)
    expect(choices.required.map(({ label }) => label)).toEqual([
      '活动名称',
      '活动时间',
      '活动地点',
      '主办单位',
      '活动内容简介',
      '联系人',
      '联系电话',
    ])
    expect(choices.optional.map(({ use }) => use.field)).toContain('unit')
    expect(choices.composite.map(({ label }) => label)).toEqual([
      '联系人＋联系电话',
      '开始时间',
      '结束时间',
      '日期（与时段合成活动时间）',
      '时段（与日期合成活动时间）',
    ])
    const values = allChoices(choices).map(({ value }) => value)
    expect(new Set(values).size).toBe(values.length)
  })
})

describe('what columns hold', () => {
  it('fills no field twice', () => {
    expect(assignUse([whole('name'), whole('time')], 1, whole('name'), task)).toEqual([null, whole('name')])
    expect(assignUse([whole('time'), null], 1, part('time', 'start'), task)).toEqual([
      null,
      part('time', 'start'),
    ])
    expect(
      assignUse([whole('contact'), whole('phone'), null], 2, part('contact', 'name-and-phone'), task),
    ).toEqual([null, null, part('contact', 'name-and-phone')])
  })

  it('takes a beginning and an end together, but not two beginnings', () => {
    const uses = assignUse([part('time', 'start'), null, null], 1, part('time', 'end'), task)
    expect(uses).toEqual([part('time', 'start'), part('time', 'end'), null])
    expect(assignUse(uses, 2, part('time', 'start'), task)).toEqual([
      null,
      part('time', 'end'),
      part('time', 'start'),
    ])
  })

  it('takes days and hours together, but not days and a beginning', () => {
    const uses = assignUse([part('time', 'day'), null, null], 1, part('time', 'hours'), task)
    expect(uses).toEqual([part('time', 'day'), part('time', 'hours'), null])
    expect(assignUse(uses, 2, part('time', 'start'), task)).toEqual([null, null, part('time', 'start')])
  })

  it('reaches columns that were not known of, and lets go of others', () => {
    expect(assignUse([], 1, whole('name'), task)).toEqual([null, whole('name')])
    expect(assignUse([whole('name')], 0, null, task)).toEqual([null])
  })

  it('says what is missing, a composite counting for both of its fields', () => {
    const most = ['name', 'time', 'place', 'host', 'brief'].map(whole)
    expect(missingFields(most, task)).toEqual(['联系人', '联系电话'])
    expect(missingFields([...most, part('contact', 'name-and-phone')], task)).toEqual([])
    expect(missingFields([...most.slice(2), part('time', 'start')], task)).toEqual([
      '活动名称',
      '联系人',
      '联系电话',
    ])
  })

  it('is the same with blank columns at the end', () => {
    expect(sameUses([whole('name')], [whole('name'), null])).toBe(true)
    expect(sameUses([whole('time')], [part('time', 'start')])).toBe(false)
    expect(keyOfUse(null)).toBe('')
  })
})
