import { describe, expect, it } from 'vitest'
import type { Judged } from '../../../../shared/rules/verdict.ts'
import { type Held, heldRows, shownRows } from './held-rows.ts'

const wrong = (row: string): Judged => ({
  finding: {
    rule: 'r',
    code: 'phrase-vague',
    severity: 'error',
    subject: { row, field: 'host' },
    expected: { label: '主办单位' },
    actual: { text: '同上' },
    clause: '',
  },
  waived: undefined,
})
const rowsOf = (ids: string) => [...ids].map((id) => ({ id, fields: { name: `活动 ${id}` } }))
const judged = (ids: string) => new Map([...ids].map((id) => [id, [wrong(id)]]))
type Now = Parameters<typeof heldRows>[1]
const bad = { filter: 'bad', code: undefined, query: '' } as const
const all = { filter: 'all', code: undefined, query: '' } as const
/** Of rows `abcd` all but `a` are wrong, and the clerk looks at these. */
const start: Now = {
  rows: rowsOf('abcd'),
  verdicts: judged('bcd'),
  upToDate: true,
  wanted: bad,
  active: undefined,
}
const idsOf = (held: Held, rows = start.rows) =>
  shownRows(rows, held)
    .map(({ id }) => id)
    .join('')

describe('the rows that are held on the screen', () => {
  const held = heldRows(undefined, start)

  it('are those that fit when the filter is chosen', () => {
    expect(idsOf(held)).toBe('bcd')
    expect(idsOf(heldRows(undefined, { ...start, wanted: { ...all, query: '活动 c' } }))).toBe('c')
    expect(shownRows(start.rows, heldRows(held, { ...start, wanted: all }))).toBe(start.rows)
  })

  it('stay when they are mended and the clerk goes on to another', () => {
    const there = heldRows(held, { ...start, active: 'b' })
    const mended = heldRows(there, { ...start, verdicts: judged('cd'), active: 'b' })
    expect(mended).toBe(there)
    expect(idsOf(heldRows(mended, { ...start, verdicts: judged('acd'), active: 'd' }))).toBe('bcd')
  })

  it('are looked for anew when something else is wanted, whatever row the clerk is in', () => {
    const whole = heldRows(undefined, { ...start, wanted: all, active: undefined })
    expect(idsOf(heldRows(whole, { ...start, active: 'a' }))).toBe('bcd')
    const nothing = { ...start, wanted: { ...all, query: '没有这样的' }, active: 'a' }
    expect(idsOf(heldRows(whole, nothing))).toBe('')
    expect(idsOf(heldRows(heldRows(whole, nothing), nothing))).toBe('')
  })

  it('are joined by new rows, and by the one that the clerk is led to', () => {
    expect(idsOf(held, rowsOf('aebcd'))).toBe('ebcd')
    expect(idsOf(heldRows(held, { ...start, active: 'a' }))).toBe('abcd')
    expect(idsOf(heldRows(held, { ...start, rows: rowsOf('bd') }), rowsOf('bd'))).toBe('bd')
  })

  it('wait for the verdict on what was written last', () => {
    const hasty = heldRows(undefined, { ...start, verdicts: undefined, upToDate: false })
    expect(heldRows(hasty, { ...start, verdicts: judged('b'), upToDate: false })).toBe(hasty)
    const settled = heldRows(hasty, start)
    expect(idsOf(settled)).toBe('bcd')
    expect(heldRows(settled, { ...start, verdicts: judged('c') })).toBe(settled)
  })
})
