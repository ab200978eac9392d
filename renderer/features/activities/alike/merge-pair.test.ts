import { describe, expect, it } from 'vitest'
import type { Row } from '../../../../shared/project/submission.ts'
import { apartEdits, betterSides, differences, mergeEdits, mergeRows } from './merge-pair.ts'

const fields = [
  { key: 'name', type: 'text' as const },
  { key: 'time', type: 'activity-time' as const },
  { key: 'form', type: 'choice' as const, choices: ['竞赛', '培训'] },
  { key: 'phone', type: 'phone' as const },
  { key: 'note', type: 'text' as const },
]
const left: Row = {
  id: 'l',
  fields: { name: '科普大篷车', time: '9月17日', form: '比赛活动', phone: '1.50415E+10', note: '雨天顺延' },
  origins: [{ file: '沈河区.xlsx', sheet: 'Sheet1', row: 4 }],
  original: { time: '9.17' },
  apart: ['x', 'r'],
}
const right: Row = {
  id: 'r',
  fields: { name: '科普大篷车进校园', time: '九月中下旬的某一天', form: '竞赛', phone: '15041455447' },
  origins: [{ file: '和平区.xlsx', sheet: '', row: 9 }],
  original: { phone: '1504145５447' },
  apart: ['y'],
}
const pair = { left, right }

describe('two rows as one', () => {
  it('propose what is there, what is sound, and what says more', () => {
    expect(betterSides(pair, fields, { year: 2023, composites: [] })).toEqual({
      name: 'right',
      time: 'left',
      form: 'right',
      phone: 'right',
      note: 'left',
    })
  })

  it('keep the first where both are as good', () => {
    const same = { left: { id: 'l', fields: { name: '甲' } }, right: { id: 'r', fields: { name: '乙' } } }
    expect(betterSides(same, fields.slice(0, 1), { year: 2023, composites: [] })).toEqual({ name: 'left' })
  })

  it('keep a name and its phone together, unless that phone is none', () => {
    const composites = [
      { split: 'name-and-phone' as const, name: 'contact', phone: 'phone', synonyms: ['联系人及电话'] },
    ]
    const people = [
      { key: 'contact', type: 'text' as const },
      { key: 'phone', type: 'phone' as const },
    ]
    const sides = (phone: string) =>
      betterSides(
        {
          left: { id: 'l', fields: { contact: '欧阳玉兰', phone } },
          right: { id: 'r', fields: { contact: '黄玉兰', phone: '024-23221703转801' } },
        },
        people,
        { year: 2023, composites },
      )
    expect(sides('15041455447')).toEqual({ contact: 'left', phone: 'left' })
    expect(sides('1.50415E+10')).toEqual({ contact: 'left', phone: 'right' })
  })

  it('differ by more than spaces', () => {
    const spaced = {
      left: { id: 'l', fields: { name: '科普 讲座' } },
      right: { id: 'r', fields: { name: '科普讲座\n' } },
    }
    expect(differences(spaced, fields).size).toBe(0)
    expect([...differences(pair, fields)]).toEqual(['name', 'time', 'form', 'phone', 'note'])
  })

  it('have both origins, and the original of each text that is kept', () => {
    expect(mergeRows(pair, 'left', { name: 'right', phone: 'right' })).toEqual({
      id: 'l',
      fields: {
        name: '科普大篷车进校园',
        time: '9月17日',
        form: '比赛活动',
        phone: '15041455447',
        note: '雨天顺延',
      },
      origins: [...(left.origins ?? []), ...(right.origins ?? [])],
      original: { time: '9.17', phone: '1504145５447' },
      apart: ['x', 'y'],
    })
  })

  it('say what the kept one says, where no side was chosen', () => {
    const [put, removed] = mergeEdits('activities', pair, 'right')
    expect(put).toMatchObject({ type: 'put-rows', rows: [{ id: 'r', fields: right.fields }] })
    expect(removed).toEqual({ type: 'remove-rows', task: 'activities', rows: ['l'] })
  })

  it('are marked as different activities on both', () => {
    const [edit] = apartEdits('activities', { left: { id: 'l', fields: {} }, right })
    expect(edit).toMatchObject({
      rows: [
        { id: 'l', apart: ['r'] },
        { id: 'r', apart: ['y', 'l'] },
      ],
    })
  })
})
