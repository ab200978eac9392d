import { describe, expect, test } from 'vitest'
import { applyEdit, applyEdits } from './apply-edit.ts'
import { blankUnit, type DraftItem, type PackageRecord, type ProjectDocument, taskDraft } from './document.ts'
import { Edit } from './edit.ts'

const item = (id: string, fields = {}): DraftItem => ({
  id,
  relative: `${id}.jpg`,
  source: { path: `/s/${id}.jpg`, root: '/s' },
  fields,
})
function packed(id: string, sent: PackageRecord['sent']): PackageRecord {
  const result = { planned: 1, packed: 1, packages: [], documents: [], mails: [], waived: [], out: '/o' }
  return { id, version: 1, packedAt: '2023-08-25T01:00:00Z', result, sent }
}
const start: ProjectDocument = {
  format: 1,
  id: 'p',
  notice: { id: 'liaoning-2023', version: '1.0.0' },
  revision: 0,
  createdAt: '2023-08-10T00:00:00Z',
  changedAt: '2023-08-10T00:00:00Z',
  unit: blankUnit,
  tasks: {
    media: {
      items: ['a', 'b', 'c', 'd'].map((id) => item(id, { title: id })),
      rows: [{ id: 'r1', fields: { name: '讲座' } }],
      declared: ['rights'],
      waivers: [{ code: 'pixels-outside', item: 'a', reason: '老照片' }],
      packages: [packed('p1', {}), packed('p2', { 0: '2023-08-25T02:00:00Z' })],
    },
  },
}

const edits: readonly Edit[] = [
  { type: 'set-unit', unit: { ...blankUnit, name: '沈阳市科协' } },
  {
    type: 'set-values',
    task: 'media',
    values: [
      { id: 'b', fields: { title: '新题目', place: '沈阳' } },
      { id: 'r1', fields: { name: '' } },
    ],
  },
  { type: 'add-items', task: 'media', items: [{ item: item('e') }, { item: item('f'), at: 1 }] },
  { type: 'add-items', task: 'history', items: [{ item: item('a') }] },
  { type: 'remove-items', task: 'media', items: ['b', 'd', 'nothing'] },
  { type: 'add-rows', task: 'activities', rows: [{ row: { id: 'r9', fields: {} } }] },
  { type: 'remove-rows', task: 'media', rows: ['r1'] },
  { type: 'declare', task: 'media', declaration: 'rights', affirmed: false },
  { type: 'declare', task: 'media', declaration: 'quality', affirmed: true },
  { type: 'set-thumbnails', task: 'media', on: true },
  { type: 'set-thumbnails', task: 'media', on: false },
  { type: 'set-thumbnails', task: 'history', on: true },
  { type: 'set-sending', task: 'media', sending: { plan: 'split', via: 'client' } },
  { type: 'set-sending', task: 'media', sending: { plan: 'big' } },
  { type: 'set-sending', task: 'history', sending: {} },
  { type: 'waive', task: 'media', code: 'pixels-outside', item: 'a', reason: '' },
  { type: 'waive', task: 'media', code: 'quota-short', reason: ' 今年活动少 ' },
  { type: 'mark-sent', task: 'media', package: 'p1', mail: 0, at: '2023-08-25T03:00:00Z' },
  { type: 'mark-sent', task: 'media', package: 'p2', mail: 0, at: null },
  { type: 'mark-sent', task: 'media', package: 'p2', mail: 0, at: '2023-08-26T03:00:00Z' },
  { type: 'mark-sent', task: 'media', package: 'p2', mail: 1, at: '2023-08-25T03:00:00Z' },
  { type: 'mark-sent', task: 'media', package: 'nothing', mail: 0, at: '2023-08-25T03:00:00Z' },
]

/** Blank and absent texts mean the same, and an empty task is as good as none. */
const meaning = (document: ProjectDocument) =>
  Object.fromEntries(
    ['media', 'history', 'activities'].map((task) => {
      const draft = taskDraft(document, task)
      const filled = <T extends { fields: Record<string, string> }>(records: readonly T[]) =>
        records.map((record) => ({
          ...record,
          fields: Object.fromEntries(Object.entries(record.fields).filter(([, text]) => text !== '')),
        }))
      return [
        task,
        {
          ...draft,
          items: filled(draft.items),
          rows: filled(draft.rows),
          declared: draft.declared.toSorted(),
        },
      ]
    }),
  )

describe.each(edits.map((edit) => [edit.type, edit] as const))('%s', (_, edit) => {
  test('is data that passes its schema', () =>
    expect(Edit.parse(JSON.parse(JSON.stringify(edit)))).toEqual(edit))
  test('leaves the document that it was given as it was', () => {
    const before = structuredClone(start)
    applyEdit(start, edit)
    expect(start).toEqual(before)
  })
  test('is taken back by its undo', () => {
    const { document, undo } = applyEdit(start, edit)
    expect(meaning(applyEdit(document, undo).document)).toEqual(meaning(start))
    expect(applyEdit(document, undo).document.unit).toEqual(start.unit)
  })
})

test('a run of edits is taken back as one', () => {
  const { document, undo } = applyEdits(start, edits)
  expect(meaning(document)).not.toEqual(meaning(start))
  expect(meaning(applyEdits(document, undo).document)).toEqual(meaning(start))
})
test('undo and redo may follow one another', () => {
  const done = applyEdits(start, edits)
  const undone = applyEdits(done.document, done.undo)
  expect(meaning(applyEdits(undone.document, undone.undo).document)).toEqual(meaning(done.document))
})
test('removed files come back where they stood', () => {
  const { document, undo } = applyEdit(start, { type: 'remove-items', task: 'media', items: ['a', 'c'] })
  expect(taskDraft(document, 'media').items.map(({ id }) => id)).toEqual(['b', 'd'])
  expect(taskDraft(applyEdit(document, undo).document, 'media').items.map(({ id }) => id)).toEqual([
    'a',
    'b',
    'c',
    'd',
  ])
})
test('a file that is there already is not added twice', () => {
  const { document } = applyEdit(start, { type: 'add-items', task: 'media', items: [{ item: item('a') }] })
  expect(taskDraft(document, 'media').items).toHaveLength(4)
})
test('only the fields that are named change', () => {
  const { document } = applyEdit(start, {
    type: 'set-values',
    task: 'media',
    values: [{ id: 'a', fields: { place: '沈阳' } }],
  })
  expect(taskDraft(document, 'media').items[0]?.fields).toEqual({ title: 'a', place: '沈阳' })
})
test('a mail that was sent is marked in its own package only, and the mark is taken away again', () => {
  const sentOf = (document: ProjectDocument) => taskDraft(document, 'media').packages.map(({ sent }) => sent)
  const mark = { type: 'mark-sent' as const, task: 'media', package: 'p2', mail: 1 }
  const { document } = applyEdit(start, { ...mark, at: '2023-08-25T03:00:00Z' })
  expect(sentOf(document)).toEqual([{}, { 0: '2023-08-25T02:00:00Z', 1: '2023-08-25T03:00:00Z' }])
  expect(sentOf(applyEdit(document, { ...mark, mail: 0, at: null }).document)).toEqual([
    {},
    { 1: '2023-08-25T03:00:00Z' },
  ])
})
