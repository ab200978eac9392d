import { describe, expect, it } from 'vitest'
import type { Row } from '../../../../shared/project/submission.ts'
import type { Judged } from '../../../../shared/rules/verdict.ts'
import { alikePairs } from './alike-pairs.ts'

const row = (id: string, apart?: string[]): Row => ({ id, fields: { name: id }, ...(apart && { apart }) })
const basis = { clause: '' } as const

const alike = (...others: string[]): Judged => ({
  finding: {
    rule: 'alike',
    code: 'row-alike',
    severity: 'warning',
    subject: {},
    expected: { by: 'name-and-time' },
    actual: { others },
    ...basis,
  },
  waived: undefined,
})
const repeated = (labels: string[], other: string): Judged => ({
  finding: {
    rule: 'distinct',
    code: 'row-repeated',
    severity: 'error',
    subject: {},
    expected: { labels },
    actual: { others: [other] },
    ...basis,
  },
  waived: undefined,
})
const told = (pairs: ReturnType<typeof alikePairs>) =>
  pairs.map(({ left, right, by }) => `${left.id}${right.id} ${by}`)

describe('rows that look alike', () => {
  it('come in pairs, in the order of the list, each once', () => {
    const found = new Map([
      ['c', [alike('a', 'b'), repeated(['活动名称', '活动时间'], 'a')]],
      ['b', [repeated(['活动名称'], 'a')]],
    ])
    expect(told(alikePairs([row('a'), row('b'), row('c')], found))).toEqual([
      'ac name-and-time',
      'bc name-and-time',
    ])
  })

  it('are no pair any more once one is gone, was kept with a reason, or was set apart', () => {
    const found = new Map([
      ['b', [alike('a')]],
      ['d', [alike('c')]],
      ['e', [{ ...alike('c'), waived: '不同场次' }]],
    ])
    expect(told(alikePairs([row('a', ['b']), row('b'), row('d'), row('e'), row('c')], found))).toEqual([
      'dc name-and-time',
    ])
  })

  it('are none before the judge has spoken', () => {
    expect(alikePairs([row('a')], undefined)).toEqual([])
  })
})
