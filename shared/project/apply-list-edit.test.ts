import { describe, expect, it } from 'vitest'
import type { ListTemplate } from '../lists/list-template.ts'
import { applyEdit, applyEdits } from './apply-edit.ts'
import { blankUnit, type ProjectDocument, taskDraft } from './document.ts'
import type { Edit } from './edit.ts'

const document: ProjectDocument = {
  format: 1,
  id: 'p',
  notice: { id: 'liaoning-2023', version: '1' },
  revision: 0,
  createdAt: '',
  changedAt: '',
  unit: blankUnit,
  tasks: {
    list: {
      items: [],
      rows: ['a', 'b', 'c'].map((id) => ({ id, fields: { name: id } })),
      declared: [],
      waivers: [],
      packages: [],
    },
  },
}
const template: ListTemplate = {
  id: 'f'.repeat(64),
  name: '附件2.xlsx',
  sheet: 'Sheet1',
  headerRow: 3,
  labels: ['序号'],
  uses: [null],
}
const record = { id: 'i', at: '', report: { files: [], read: 0, kept: 0, merged: [], skipped: [] } }
const task = 'list'
const draftAfter = (edit: Edit) => taskDraft(applyEdit(document, edit).document, task)

describe('edits of a list', () => {
  it.each<Edit>([
    { type: 'put-rows', task, rows: [{ id: 'b', fields: { name: '另一个' }, apart: ['c'] }] },
    { type: 'order-rows', task, rows: ['c', 'a'] },
    { type: 'set-columns', task, columns: ['region'] },
    { type: 'set-template', task, template },
    { type: 'record-import', task, record },
  ])('$type is taken back whole', (edit) => {
    const { document: after, undo } = applyEdit(document, edit)
    expect(after).not.toEqual(document)
    const back = applyEdits(after, [undo]).document
    const { columns: _, imports: __, ...before } = taskDraft(back, task)
    expect(before).toEqual(document.tasks[task])
  })

  it('puts rows in place of those with the same ids, and adds none', () => {
    const rows = [
      { id: 'b', fields: { name: '乙' } },
      { id: 'z', fields: {} },
    ]
    expect(draftAfter({ type: 'put-rows', task, rows }).rows.map(({ fields }) => fields['name'])).toEqual([
      'a',
      '乙',
      'c',
    ])
  })

  it('orders the rows that are named, the others behind them as they were', () => {
    const ids = draftAfter({ type: 'order-rows', task, rows: ['c', 'gone', 'a'] }).rows.map(({ id }) => id)
    expect(ids).toEqual(['c', 'a', 'b'])
  })
})
