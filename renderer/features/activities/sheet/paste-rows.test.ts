import { describe, expect, it } from 'vitest'
import type { Field } from '../../../../shared/notice/field.ts'
import { clearedValues, filledDown, pasteRows, textsIn } from './paste-rows.ts'

const fields: Field[] = [
  { key: 'name', label: '活动名称', type: 'text' },
  { key: 'time', label: '活动时间', type: 'activity-time' },
  { key: 'brief', label: '简介', type: 'paragraph' },
]
const rows = [
  { id: 'a', fields: { name: '讲座', time: '9月17日' } },
  { id: 'b', fields: { name: '展览' } },
]
const box = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right })
const paste = (table: string[][], into: ReturnType<typeof box>) => {
  let next = 0
  return pasteRows(table, { rows, fields, box: into, newId: () => `new-${(next += 1)}` })
}

describe('a block that is pasted', () => {
  it('goes to the upper left of what is selected, and adds rows below the last', () => {
    const { values, added, beyond, end } = paste(
      [
        ['参观', '9月18日'],
        ['竞赛', '9月19日'],
        ['', ''],
      ],
      box(1, 0),
    )
    expect(values).toEqual([{ id: 'b', fields: { name: '参观', time: '9月18日' } }])
    expect(added).toEqual([{ id: 'new-1', fields: { name: '竞赛', time: '9月19日' } }])
    expect(beyond).toBe(0)
    expect(end).toEqual({ row: 2, column: 1 })
  })

  it('leaves out the running numbers before the names, and nothing else', () => {
    const list = [
      ['7', '参观', '9月18日', '看展'],
      ['8', '竞赛', '9月19日', '比赛'],
    ]
    expect(paste(list, box(2, 0)).added.map((row) => row.fields)).toEqual([
      { name: '参观', time: '9月18日', brief: '看展' },
      { name: '竞赛', time: '9月19日', brief: '比赛' },
    ])
    expect(paste([['7', '9月18日', '看展']], box(2, 0)).added[0]?.fields).toMatchObject({ name: '7' })
  })

  it('fills a selection that it fits into several times', () => {
    expect(paste([['同一天']], box(0, 1, 1, 1)).values).toEqual([
      { id: 'a', fields: { time: '同一天' } },
      { id: 'b', fields: { time: '同一天' } },
    ])
  })

  it('counts what has no column and makes one line of a text that may have no more', () => {
    const { values, beyond } = paste([['甲\n乙', '一\n二', '多', '']], box(0, 1))
    expect(values).toEqual([{ id: 'a', fields: { time: '甲 乙', brief: '一\n二' } }])
    expect(beyond).toBe(1)
  })
})

it('clears only what is filled', () => {
  expect(clearedValues(rows, fields, box(0, 1, 1, 2))).toEqual([{ id: 'a', fields: { time: '' } }])
})

it('fills down from the first row of a range, or from the row above', () => {
  expect(filledDown(rows, fields, box(0, 0, 1, 1))).toEqual([
    { id: 'b', fields: { name: '讲座', time: '9月17日' } },
  ])
  expect(filledDown(rows, fields, box(1, 1))).toEqual([{ id: 'b', fields: { time: '9月17日' } }])
  expect(filledDown(rows, fields, box(0, 0))).toEqual([])
})

it('reads the texts of a box', () => {
  expect(textsIn(rows, fields, box(0, 0, 1, 1))).toEqual([
    ['讲座', '9月17日'],
    ['展览', ''],
  ])
})
