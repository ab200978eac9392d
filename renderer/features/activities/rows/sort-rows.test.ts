import { describe, expect, it } from 'vitest'
import type { Field } from '../../../../shared/notice/field.ts'
import { movedIds, sortedIds } from './sort-rows.ts'

const rowsOf = (texts: readonly string[]) => texts.map((x, index) => ({ id: String(index), fields: { x } }))
const sorted = (type: Field['type'], texts: readonly string[], way: 'up' | 'down' = 'up') =>
  sortedIds(rowsOf(texts), { key: 'x', label: 'x', type }, way, 2023).map((id) => texts[Number(id)])

describe('sorting', () => {
  it('takes times by their date, however they are written', () => {
    const texts = ['9月20日', '科普日期间', '2023.9.17', '', '9月2日', '9月17日-23日']
    expect(sorted('activity-time', texts)).toEqual([
      '9月2日',
      '2023.9.17',
      '9月17日-23日',
      '9月20日',
      '科普日期间',
      '',
    ])
  })

  it('takes numbers by size, texts by sound, blank ones last both ways', () => {
    expect(sorted('number', ['约100人', '9', '', '20'])).toEqual(['9', '20', '约100人', ''])
    expect(sorted('text', ['中山', '', '鞍山', '沈阳'])).toEqual(['鞍山', '沈阳', '中山', ''])
    expect(sorted('text', ['鞍山', '', '中山'], 'down')).toEqual(['中山', '鞍山', ''])
    expect(sorted('text', ['第10中学', '第9中学'])).toEqual(['第9中学', '第10中学'])
  })

  it('keeps the order of equal ones', () => {
    expect(
      sortedIds(rowsOf(['同', '同', '同']), { key: 'x', label: 'x', type: 'text' }, 'down', 2023),
    ).toEqual(['0', '1', '2'])
  })
})

describe('moving rows', () => {
  const ids = ['a', 'b', 'c', 'd']
  it('goes past the neighbour, together', () => {
    expect(movedIds(ids, ids, new Set(['b', 'c']), 1)).toEqual(['a', 'd', 'b', 'c'])
    expect(movedIds(ids, ids, new Set(['b', 'c']), -1)).toEqual(['b', 'c', 'a', 'd'])
  })
  it('goes past what is shown beside it', () => {
    expect(movedIds(ids, ['a', 'd'], new Set(['a']), 1)).toEqual(['b', 'c', 'd', 'a'])
  })
  it('ends at the edge', () => {
    expect(movedIds(ids, ids, new Set(['a']), -1)).toBeUndefined()
    expect(movedIds(ids, ids, new Set(['d']), 1)).toBeUndefined()
  })
})
