import { describe, expect, it } from 'vitest'
import { changesEdit, countKinds, formChanges } from './form-changes.ts'

const items = [
  { id: 'a', fields: { title: '启动仪式', creator: '张三' } },
  { id: 'b', fields: { title: '进校园', place: '文化路小学' } },
  { id: 'c', fields: {} },
]
const fields = [
  { key: 'title', type: 'text' as const },
  { key: 'creator', type: 'text' as const },
  { key: 'place', type: 'text' as const },
  { key: 'takenAt', type: 'partial-date' as const },
]
const changes = (rows: { id: string; fields: Record<string, string> }[]) =>
  formChanges({ items, fields, rows })

describe('what a form changes', () => {
  it('take the same day in another spelling for no change, and a new day as we write it', () => {
    const dated = [{ id: 'a', fields: { takenAt: '2023年5月20日' } }]
    const told = (takenAt: string) =>
      formChanges({ items: dated, fields, rows: [{ id: 'a', fields: { takenAt } }] })
    expect(told('2023-05-20')).toEqual([])
    expect(told('2023-05-21').map(({ after }) => after)).toEqual(['2023年5月21日'])
  })

  it('is told file by file and field by field, with its kind', () => {
    const found = changes([
      { id: 'b', fields: { title: '科普进校园', creator: '李四', place: '' } },
      { id: 'a', fields: { title: '启动仪式', creator: '张三', place: '沈阳' } },
    ])
    expect(found.map(({ item, field, before, after, kind }) => [item, field, before, after, kind])).toEqual([
      ['a', 'place', '', '沈阳', 'added'],
      ['b', 'title', '进校园', '科普进校园', 'changed'],
      ['b', 'creator', '', '李四', 'added'],
      ['b', 'place', '文化路小学', '', 'cleared'],
    ])
    expect(countKinds(found)).toEqual({ added: 2, changed: 1, cleared: 1 })
    expect(new Set(found.map(({ key }) => key)).size).toBe(4)
  })

  it('is nothing where the texts differ by spaces and line ends alone', () => {
    expect(changes([{ id: 'a', fields: { title: ' 启动仪式\r\n', creator: '张三', place: '  ' } }])).toEqual(
      [],
    )
  })

  it('leaves alone what the form does not speak of', () => {
    expect(changes([{ id: 'a', fields: { note: '内部', __proto__x: 'y' } }])).toEqual([])
    expect(changes([{ id: 'gone', fields: { title: '没有这个文件' } }])).toEqual([])
  })

  it('goes into one edit, only with what was chosen', () => {
    const found = changes([
      { id: 'b', fields: { title: '科普进校园', creator: '李四', place: '' } },
      { id: 'c', fields: { title: '讲座' } },
    ])
    expect(
      changesEdit(
        'media',
        found.filter(({ kind }) => kind !== 'cleared'),
      ),
    ).toEqual({
      type: 'set-values',
      task: 'media',
      values: [
        { id: 'b', fields: { title: '科普进校园', creator: '李四' } },
        { id: 'c', fields: { title: '讲座' } },
      ],
    })
  })
})
