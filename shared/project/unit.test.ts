import { describe, expect, it } from 'vitest'
import { shenyang } from '../rules/submission.fixture.ts'
import { Unit } from './unit.ts'

describe('the particulars of a unit', () => {
  it('become one line each, without control and invisible characters', () => {
    const unit = Unit.parse({
      ...shenyang,
      name: ' 沈阳市\r\n科协\u0000\t\u200B ',
      contact: '张\n三',
      phone: '024-1\u202D2345678',
    })
    expect(unit.name).toBe('沈阳市 科协')
    expect(unit.contact).toBe('张 三')
    expect(unit.phone).toBe('024-12345678')
  })

  it.each(['name', 'class', 'contact', 'phone'])('%s of blanks and line breaks only is empty', (field) => {
    const parsed = Unit.safeParse({ ...shenyang, [field]: ' \r\n\u200B' })
    expect(parsed.error?.issues.map(({ code, path }) => [code, path])).toEqual([['too_small', [field]]])
  })

  it.each(['name', 'class', 'region', 'contact', 'phone'])('%s has a length', (field) => {
    const parsed = Unit.safeParse({ ...shenyang, [field]: '长'.repeat(101) })
    expect(parsed.error?.issues.map(({ code, path }) => [code, path])).toEqual([['too_big', [field]]])
  })

  it('may lack a region', () => {
    expect(Unit.parse({ ...shenyang, region: undefined }).region).toBeUndefined()
  })
})
