import { describe, expect, it } from 'vitest'
import { liaoning } from '../../shared/rules/submission.fixture.ts'
import type { VerdictChange } from './judge-protocol.ts'
import { described, draftItem, measured, projectOf } from './project.fixture.ts'
import { createVerdictDesk } from './verdict-desk.ts'

const now = '2023-08-25T10:00:00'
function desk() {
  const made = createVerdictDesk()
  const document = projectOf([draftItem('a', described('机器人表演')), draftItem('b', { title: '大篷车' })])
  made.hear({ type: 'open', notice: liaoning, document })
  made.hear({ type: 'clock', now })
  made.hear({
    type: 'facts',
    facts: [
      ['a', measured(1)],
      ['b', measured(2, { bytes: 900_000 })],
    ],
  })
  return made
}
const media = (changes: readonly VerdictChange[]) => changes.find(({ task }) => task === 'media')

describe('the desk where verdicts are made', () => {
  it('tells the verdict on every file, and names them as they will be packed', () => {
    const change = media(desk().verdicts())
    const verdicts = new Map(change?.items.changed)
    expect(verdicts.get('a')?.state).toBe('fine')
    expect(verdicts.get('a')?.name?.name).toBe('沈阳市科协-机器人表演.jpg')
    expect(verdicts.get('b')?.state).toBe('bad')
    expect(change?.rest.quota).toMatchObject({ have: 2, met: false, unitClass: '各市' })
    expect(change?.rest.states).toMatchObject({ fine: 1, bad: 1 })
  })

  it('tells of an edit only the files that it changes', () => {
    const made = desk()
    made.verdicts()
    const fields = { caption: '甲'.repeat(101) }
    made.hear({
      type: 'edits',
      edits: [{ type: 'set-values', task: 'media', values: [{ id: 'a', fields }] }],
    })
    const changes = made.verdicts()
    expect(changes.map(({ task }) => task)).toEqual(['media'])
    const changed = media(changes)?.items.changed ?? []
    expect(changed.map(([id, { state }]) => [id, state])).toEqual([['a', 'bad']])
    expect(made.verdicts()).toEqual([])
  })

  it('tells which files are gone, and judges the others again', () => {
    const made = desk()
    made.verdicts()
    made.hear({ type: 'edits', edits: [{ type: 'remove-items', task: 'media', items: ['b'] }] })
    const change = media(made.verdicts())
    expect(change?.items.gone).toEqual(['b'])
    expect(change?.items.changed).toEqual([])
    expect(change?.rest.states).toMatchObject({ fine: 1, bad: 0 })
  })

  it('calls a file incomplete when only texts are missing, and lets a reason excuse the rest', () => {
    const made = desk()
    made.verdicts()
    made.hear({
      type: 'edits',
      edits: [{ type: 'waive', task: 'media', code: 'bytes-outside', item: 'b', reason: '已请示' }],
    })
    expect(new Map(media(made.verdicts())?.items.changed).get('b')?.state).toBe('incomplete')
  })

  it('tells the findings of a list row by row, and nothing of rows that stay as they were', () => {
    const made = createVerdictDesk()
    const document = projectOf([])
    made.hear({ type: 'open', notice: liaoning, document })
    made.hear({ type: 'clock', now })
    made.verdicts()
    const activities = (changes: readonly VerdictChange[]) =>
      changes.find(({ task }) => task === 'activities')
    const rows = ['a', 'b'].map((id) => ({ row: { id, fields: { name: `活动${id}` } } }))
    made.hear({ type: 'edits', edits: [{ type: 'add-rows', task: 'activities', rows }] })
    expect(activities(made.verdicts())?.rows.changed.map(([id]) => id)).toEqual(['a', 'b'])
    const values = [{ id: 'b', fields: { place: '沈阳科学宫' } }]
    made.hear({ type: 'edits', edits: [{ type: 'set-values', task: 'activities', values }] })
    expect(activities(made.verdicts())?.rows.changed.map(([id]) => id)).toEqual(['b'])
    made.hear({ type: 'edits', edits: [{ type: 'remove-rows', task: 'activities', rows: ['a'] }] })
    expect(activities(made.verdicts())?.rows).toEqual({ changed: [], gone: ['a'] })
  })
})
