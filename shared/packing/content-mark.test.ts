import { describe, expect, it } from 'vitest'
import type { Submission } from '../project/submission.ts'
import { photo, shenyang, taskNamed } from '../rules/submission.fixture.ts'
import { contentMark } from './content-mark.ts'
import { packable } from './plan.ts'

const task = taskNamed('media')
const sha256 = (digit: string) => ({ facts: { sha256: digit.repeat(64) } })
const submission: Submission = {
  task: 'media',
  unit: shenyang,
  items: [photo('a', sha256('1')), photo('b', sha256('2'))],
  rows: [],
  declared: [],
  waivers: [{ code: 'quota-short', reason: '已请示' }],
}
const mark = (changes: Partial<Submission>) => {
  const changed = { ...submission, ...changes }
  return contentMark(changed, packable(changed, task))
}
const [a, b] = submission.items

describe('the mark of what a package is made of', () => {
  it('stays while nothing that goes out has changed', () => {
    const note = photo('n', { relative: '说明.txt', facts: { kind: 'other', format: 'text' } })
    const blank = a && { ...a, fields: { note: ' ', ...a.fields } }
    expect(mark({})).toMatch(/^[0-9a-f]{14}$/)
    expect(mark({ items: [...submission.items, note] })).toBe(mark({}))
    expect(mark({ items: [blank, b].flatMap((one) => one ?? []) })).toBe(mark({}))
  })
  it.each<[string, Partial<Submission>]>([
    ['a file', { items: submission.items.slice(0, 1) }],
    ['the content of a file', { items: [photo('a', sha256('1')), photo('b', sha256('3'))] }],
    [
      'a text',
      { items: [photo('a', { ...sha256('1'), fields: { place: '别处' } }), photo('b', sha256('2'))] },
    ],
    ['the unit', { unit: { ...shenyang, contact: '李四' } }],
    ['a waiver', { waivers: [] }],
    ['a declaration', { declared: ['rights'] }],
    ['small pictures', { thumbnails: true }],
  ])('changes with %s', (_, changes) => {
    expect(mark(changes)).not.toBe(mark({}))
  })

  it('of packages made before small pictures still holds', () => {
    expect(mark({ thumbnails: false })).toBe(mark({}))
    expect(mark({})).toBe('17f6ce280c37b6')
  })

  it('changes with every word on where a list is written', () => {
    const whole = { field: 'name', part: 'whole' } as const
    const template = {
      id: 'a'.repeat(64),
      name: '甲.xlsx',
      sheet: '表',
      headerRow: 2,
      labels: [],
      uses: [whole],
    }
    const marks = [
      {},
      { id: 'b'.repeat(64) },
      { sheet: '表二' },
      { headerRow: 3 },
      { uses: [null, whole] },
      { uses: [{ ...whole, field: 'host' }] },
    ].map((changes) => mark({ template: { ...template, ...changes } }))
    expect(new Set([mark({}), ...marks]).size).toBe(marks.length + 1)
    expect(mark({ template: { ...template, name: '乙.xlsx' } })).toBe(marks[0])
  })
})
