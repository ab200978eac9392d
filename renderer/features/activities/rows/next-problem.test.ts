import { describe, expect, it } from 'vitest'
import type { Finding, Severity } from '../../../../shared/findings.ts'
import type { Judged } from '../../../../shared/rules/verdict.ts'
import { nextProblem, problemFields, troubledRows } from './next-problem.ts'

const vague = (row: string, field: string | undefined, severity: Severity, waived?: string): Judged => {
  const finding: Finding = {
    rule: 'r',
    code: 'phrase-vague',
    severity,
    subject: { row, ...(field && { field }) },
    expected: { label: field ?? '' },
    actual: { text: '同上' },
    clause: '',
  }
  return { finding, waived }
}
const fields = ['name', 'time', 'phone']
const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id, fields: {} }))
const verdicts = new Map<string, Judged[]>([
  ['b', [vague('b', 'time', 'warning'), vague('b', 'phone', 'error')]],
  ['c', [vague('c', 'time', 'error', '已核对')]],
  ['d', [vague('d', undefined, 'warning')]],
])
const next = (from: { row: string; field: string } | undefined, step: 1 | -1 = 1) => {
  const to = nextProblem(rows, verdicts, fields, from, step)
  return to && `${to.row} ${to.field}`
}

describe('the way from problem to problem', () => {
  it('has the worst of a row first, and passes over what was decided', () => {
    expect(problemFields(verdicts.get('b') ?? [], fields)).toEqual(['phone', 'time'])
    expect(next(undefined)).toBe('b phone')
    expect(next({ row: 'b', field: 'phone' })).toBe('b time')
    expect(next({ row: 'b', field: 'time' })).toBe('d name')
  })
  it('goes round', () => {
    expect(next({ row: 'd', field: 'name' })).toBe('b phone')
    expect(next({ row: 'b', field: 'phone' }, -1)).toBe('d name')
    expect(next({ row: 'd', field: 'name' }, -1)).toBe('b time')
    expect(next(undefined, -1)).toBe('d name')
  })
  it('ends where there is none', () => {
    expect(nextProblem(rows, new Map(), fields, undefined, 1)).toBeUndefined()
    expect(nextProblem([], new Map(), fields, undefined, 1)).toBeUndefined()
  })
  it('counts rows', () => expect(troubledRows(verdicts)).toBe(2))
})
