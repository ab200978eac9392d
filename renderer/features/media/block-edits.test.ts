import { describe, expect, it } from 'vitest'
import type { Field } from '../../../shared/notice/field.ts'
import type { DraftItem } from '../../../shared/project/document.ts'
import { between, fieldText, fillValues, pasteBlock, pastedTable } from './block-edits.ts'

const item = (id: string, fields: DraftItem['fields'] = {}): DraftItem => ({
  id,
  relative: `${id}.jpg`,
  source: { path: `/${id}.jpg`, root: '/' },
  fields,
})
const fields: Field[] = [
  { key: 'title', label: '题目', type: 'text' },
  { key: 'place', label: '地点', type: 'text' },
  { key: 'caption', label: '简介', type: 'paragraph' },
]
const rows = [item('a'), item('b', { place: '省科技馆' }), item('c')]

describe('what is pasted', () => {
  const text = { type: 'text' } as const
  const paragraph = { type: 'paragraph' } as const
  it('one line goes into the one cell', () => {
    expect(pastedTable({ plain: '沈阳', html: '<b>沈阳</b>' }, text)).toBeUndefined()
  })
  it('lines and tabs are cells', () => {
    expect(pastedTable({ plain: '甲\n乙', html: '' }, paragraph)).toEqual([['甲'], ['乙']])
    expect(pastedTable({ plain: '甲\t乙', html: '<p>甲</p>' }, paragraph)).toEqual([['甲', '乙']])
  })
  it('paragraphs of a document are one text for a paragraph, cells for others', () => {
    expect(pastedTable({ plain: '甲\n乙', html: '<p>甲</p><p>乙</p>' }, paragraph)).toBeUndefined()
    expect(pastedTable({ plain: '甲\n乙', html: '<p>甲</p><p>乙</p>' }, text)).toHaveLength(2)
    expect(pastedTable({ plain: '甲\n乙', html: '<table><tr><td>甲' }, paragraph)).toHaveLength(2)
  })
  it('spreads down and to the right, leaves alone what is the same, counts what has no place', () => {
    const table = [
      ['文化路小学', '一句\n两句'],
      ['省科技馆', '三句', '多出来'],
      ['辽宁大学', ''],
      ['没有这一行', ''],
    ]
    expect(pasteBlock(table, { rows, fields, at: { row: 0, column: 1 } })).toEqual({
      values: [
        { id: 'a', fields: { place: '文化路小学', caption: '一句\n两句' } },
        { id: 'b', fields: { caption: '三句' } },
        { id: 'c', fields: { place: '辽宁大学' } },
      ],
      beyond: 2,
    })
  })
  it('only a paragraph keeps its lines', () => {
    expect(fieldText({ type: 'text' }, '甲 \r\n 乙')).toBe('甲 乙')
    expect(fieldText({ type: 'paragraph' }, '甲\n乙')).toBe('甲\n乙')
  })
})

describe('one value for many files', () => {
  it('changes only what differs', () => {
    expect(fillValues(rows, 'place', '省科技馆')).toEqual([
      { id: 'a', fields: { place: '省科技馆' } },
      { id: 'c', fields: { place: '省科技馆' } },
    ])
  })
  it('leaves alone what is written, where only blank ones are meant', () => {
    const some = [item('a', { place: '  ' }), item('b', { place: '广场' })]
    expect(fillValues(some, 'place', '大厅', true)).toEqual([{ id: 'a', fields: { place: '大厅' } }])
  })
})

it('between two files lie all of the screen, whichever was first', () => {
  expect(between(rows, 'c', 'a')).toEqual(['a', 'b', 'c'])
  expect(between(rows, 'b', 'b')).toEqual(['b'])
  expect(between(rows, 'gone', 'b')).toEqual(['b'])
})
