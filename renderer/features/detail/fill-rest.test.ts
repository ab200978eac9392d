import { expect, it } from 'vitest'
import type { DraftItem } from '../../../shared/project/document.ts'
import { fillRest } from './fill-rest.ts'

const item = (id: string, fields: Record<string, string>): DraftItem => ({
  id,
  relative: `${id}.jpg`,
  source: { path: '', root: '' },
  fields,
})
const items = [
  item('a', { place: '中山广场', creator: ' ' }),
  item('b', { place: '省科技馆' }),
  item('c', { place: '' }),
  item('d', { place: '中山广场' }),
]

it('gives the first file’s texts to those that have none', () => {
  expect(fillRest('media', items, ['place', 'creator'], true)).toEqual({
    type: 'set-values',
    task: 'media',
    values: [{ id: 'c', fields: { place: '中山广场' } }],
  })
})
it('or to all of them, and names none that has it already', () => {
  expect(fillRest('media', items, ['place'], false)?.values.map(({ id }) => id)).toEqual(['b', 'c'])
})
it('is nothing where nothing would change', () => {
  expect(fillRest('media', items, ['creator'], false)).toBeUndefined()
  expect(fillRest('media', items.slice(0, 1), ['place'], false)).toBeUndefined()
})
