import { expect, it } from 'vitest'
import { applyEdits } from '../../../shared/project/apply-edit.ts'
import { blankUnit, type DraftItem, type ProjectDocument } from '../../../shared/project/document.ts'
import { inPlaceOf } from './replace-item.ts'

const item = (id: string, fields: Record<string, string>): DraftItem => ({
  id,
  relative: `${id}.jpg`,
  source: { path: '', root: '' },
  fields,
})
const items = [
  item('a', {}),
  item('b', { title: '合影', place: ' ', takenAt: '2023年5月20日' }),
  item('c', {}),
  item('new', { title: 'IMG 1', place: '中山广场' }),
]
const document: ProjectDocument = {
  format: 1,
  id: 'p',
  notice: { id: 'n', version: '1' },
  revision: 0,
  createdAt: '',
  changedAt: '',
  unit: blankUnit,
  tasks: { media: { items, rows: [], declared: [], waivers: [], packages: [] } },
}
const edits = inPlaceOf(items, 'media', 'b', item('new', { title: 'IMG 1', place: '中山广场' }))

it('puts the new file where the old one stood, with what was written', () => {
  const result = applyEdits(document, edits).document.tasks['media']?.items ?? []
  expect(result.map(({ id }) => id)).toEqual(['a', 'new', 'c'])
  expect(result[1]?.fields).toEqual({ title: '合影', place: '中山广场', takenAt: '2023年5月20日' })
})
it('can be taken back', () => {
  const { document: changed, undo } = applyEdits(document, edits)
  expect(applyEdits(changed, undo).document).toEqual(document)
})
it('does nothing when the old file is gone meanwhile', () => {
  expect(inPlaceOf(items, 'media', 'gone', item('new', {}))).toEqual([])
})
