import { expect, it } from 'vitest'
import type { Finding, Severity } from '../../../../shared/findings.ts'
import { rowCards } from './row-cards.ts'

const found = (field: string | undefined, severity: Severity): Finding => ({
  rule: field ?? 'row',
  code: 'phrase-vague',
  severity,
  subject: { row: 'a', ...(field && { field }) },
  expected: { label: '' },
  actual: { text: '' },
  clause: '',
})
const missing = (field: string): Finding => ({
  rule: field,
  code: 'text-missing',
  severity: 'error',
  subject: { row: 'a', field },
  expected: { label: field },
  actual: null,
  clause: '',
})
const order = ['name', 'time', 'host', 'phone']
const cards = (active: string) =>
  rowCards(
    [found('host', 'warning'), missing('time'), found('phone', 'error'), found(undefined, 'warning')],
    active,
    order,
  ).map((card) => (card.kind === 'missing' ? 'missing' : (card.shown.finding.subject.field ?? 'row')))

it('has the active cell first, then the worst, in the order of columns', () => {
  expect(cards('name')).toEqual(['phone', 'missing', 'row', 'host'])
  expect(cards('host')).toEqual(['host', 'phone', 'missing', 'row'])
  expect(cards('time')).toEqual(['missing', 'phone', 'row', 'host'])
})
