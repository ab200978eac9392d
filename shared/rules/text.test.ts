import { describe, expect, it } from 'vitest'
import { check } from './check.ts'
import { liaoning, shenyang } from './submission.fixture.ts'

const found = (fields: Readonly<Record<string, string>>) =>
  check(
    liaoning,
    {
      task: 'activities',
      unit: shenyang,
      items: [],
      rows: [{ id: 'r', fields }],
      declared: [],
      waivers: [],
    },
    '2023-08-25T10:00:00',
  )
    .filter(({ code }) => code === 'text-length')
    .map(({ subject }) => subject.field)

describe('the length of a text', () => {
  it('is counted in 字, and a run of letters that is long enough is not too short', () => {
    expect(found({ place: 'B1' })).toEqual([])
    expect(found({ place: 'B' })).toEqual(['place'])
    expect(found({ place: '馆' })).toEqual(['place'])
  })
  it('is not made shorter by counting characters', () => {
    expect(found({ name: '活'.repeat(61) })).toEqual(['name'])
    expect(found({ name: 'a b '.repeat(31) })).toEqual(['name'])
  })
})
