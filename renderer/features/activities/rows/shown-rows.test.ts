import { describe, expect, it } from 'vitest'
import type { Finding, Severity } from '../../../../shared/findings.ts'
import type { Judged } from '../../../../shared/rules/verdict.ts'
import { isRowWanted, rowStates } from './shown-rows.ts'

const missing = (row: string): Judged => {
  const finding: Finding = {
    rule: 'r',
    code: 'text-missing',
    severity: 'error',
    subject: { row, field: 'time' },
    expected: { label: '活动时间' },
    actual: null,
    clause: '',
  }
  return { finding, waived: undefined }
}
const vague = (row: string, severity: Severity): Judged => {
  const finding: Finding = {
    rule: 'r',
    code: 'phrase-vague',
    severity,
    subject: { row, field: 'host' },
    expected: { label: '主办单位' },
    actual: { text: '同上' },
    clause: '',
  }
  return { finding, waived: undefined }
}
const rows = [
  { id: 'a', fields: { name: '科普讲座' }, origins: [{ file: '浑南区.xlsx', sheet: '', row: 5 }] },
  { id: 'b', fields: { name: '展览' } },
  { id: 'c', fields: { name: '竞赛' } },
  { id: 'd', fields: { name: '云上科普' } },
]
const verdicts = new Map([
  ['b', [missing('b')]],
  ['c', [missing('c'), vague('c', 'error')]],
  ['d', [vague('d', 'warning')]],
])
const all = { filter: 'all', code: undefined, query: '' } as const
const shown = (wanted: Partial<Parameters<typeof isRowWanted>[2]>) =>
  rows.filter((row) => isRowWanted(row, verdicts.get(row.id), { ...all, ...wanted })).map(({ id }) => id)

describe('the rows on the screen', () => {
  it('are those of a state', () => {
    expect(shown({ filter: 'bad' })).toEqual(['c', 'd'])
    expect(shown({ filter: 'incomplete' })).toEqual(['b'])
    expect(shown({ filter: 'fine' })).toEqual(['a', 'd'])
    expect(rowStates(rows, verdicts)).toMatchObject({ bad: 1, incomplete: 1, doubtful: 1, fine: 1 })
  })
  it('are those with a finding, and those with a text or from a file', () => {
    expect(shown({ code: 'phrase-vague' })).toEqual(['c', 'd'])
    expect(shown({ query: ' 科普 ' })).toEqual(['a', 'd'])
    expect(shown({ query: '浑南' })).toEqual(['a'])
  })
})
