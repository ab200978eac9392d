import { describe, expect, it } from 'vitest'
import type { DraftItem } from '../../../shared/project/document.ts'
import type { ItemState, ItemVerdict } from '../../state/item-verdict.ts'
import { countOf, isWanted, nothingHeld, visibleRows } from './visible-rows.ts'

const item = (id: string, fields: DraftItem['fields'] = {}): DraftItem => ({
  id,
  relative: `进校园/${id}.JPG`,
  source: { path: `/x/${id}.JPG`, root: '/x' },
  fields,
})
const verdict = (state: ItemState, codes: readonly string[] = [], waived?: string): ItemVerdict => ({
  state,
  judged: codes.map((code) => ({ finding: { code } as never, waived })),
  name: undefined,
})
const all = { filter: 'all', code: undefined, query: '' } as const

describe('which files are shown', () => {
  it.each([
    ['bad', ['bad', 'doubtful']],
    ['fine', ['doubtful', 'fine']],
    ['incomplete', ['incomplete']],
    ['left-out', ['left-out']],
    ['all', ['bad', 'incomplete', 'doubtful', 'fine', 'left-out']],
  ] as const)('%s shows %j', (filter, states) => {
    const every = ['bad', 'incomplete', 'doubtful', 'fine', 'left-out'] as const
    expect(every.filter((state) => isWanted(item('a'), verdict(state), { ...all, filter }))).toEqual(states)
  })

  it('a file that is not measured yet is shown among all only', () => {
    expect(isWanted(item('a'), undefined, all)).toBe(true)
    expect(isWanted(item('a'), undefined, { ...all, filter: 'bad' })).toBe(false)
  })

  it('a finding that is kept with a reason is no longer open', () => {
    const wanted = { ...all, code: 'chat-copy' }
    expect(isWanted(item('a'), verdict('doubtful', ['chat-copy']), wanted)).toBe(true)
    expect(isWanted(item('a'), verdict('fine', ['chat-copy'], '原图丢了'), wanted)).toBe(false)
    expect(isWanted(item('a'), verdict('bad', ['pixels-outside']), wanted)).toBe(false)
  })

  it.each(['img_1.jpg', '进校园', ' 机器人 ', '小学生'])('%j finds names and texts', (query) => {
    const one = item('IMG_1', { title: '机器人表演', caption: '小学生在看' })
    expect(isWanted(one, undefined, { ...all, query })).toBe(true)
    expect(isWanted(item('b'), undefined, { ...all, query: 'img_1' })).toBe(false)
  })

  it('counts by the verdict, and all of them by the document', () => {
    const states = { bad: 1, incomplete: 2, doubtful: 4, fine: 8, 'left-out': 16 }
    expect(countOf('bad', 40, states)).toBe(5)
    expect(countOf('fine', 40, states)).toBe(12)
    expect(countOf('all', 40, states)).toBe(40)
    expect(countOf('bad', 40, undefined)).toBe(0)
  })
})

describe('the file the clerk is at work on', () => {
  const items = [item('a'), item('b')]
  const view = { ...all, filter: 'incomplete', current: 'a' } as const
  const ids = (rows: readonly DraftItem[]) => rows.map(({ id }) => id)
  const open = new Map([
    ['a', verdict('incomplete')],
    ['b', verdict('incomplete')],
  ])
  const filled = new Map([
    ['a', verdict('fine')],
    ['b', verdict('incomplete')],
  ])

  it('stays when it no longer fits, and goes when the clerk turns to another', () => {
    const first = visibleRows(items, open, view, nothingHeld)
    const second = visibleRows(items, filled, view, first.held)
    expect(ids(second.rows)).toEqual(['a', 'b'])
    const third = visibleRows(items, filled, view, second.held)
    expect(ids(third.rows)).toEqual(['a', 'b'])
    expect(ids(visibleRows(items, filled, { ...view, current: 'b' }, third.held).rows)).toEqual(['b'])
  })

  it('goes when other files are asked for, and does not come back by being current', () => {
    const { held } = visibleRows(items, filled, { ...all, current: 'a' }, nothingHeld)
    const narrowed = visibleRows(items, filled, view, held)
    expect(ids(narrowed.rows)).toEqual(['b'])
    expect(ids(visibleRows(items, filled, view, narrowed.held).rows)).toEqual(['b'])
  })
})
