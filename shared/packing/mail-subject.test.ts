import { describe, expect, it } from 'vitest'
import { shenyang, taskNamed } from '../rules/submission.fixture.ts'
import { mailSubject } from './mail-subject.ts'

const { template } = taskNamed('history').subject
const subjectOf = (given: Partial<typeof shenyang>) => {
  const { name, phone } = { ...shenyang, ...given }
  return mailSubject(template, { unit: name, phone })
}

describe('the subject that Annex 3 prescribes', () => {
  it.each([
    ['024-23221703', '024-23221703'],
    ['024-23221703，15041455447', '024-23221703，15041455447'],
    ['024-23221703 / 15041455447', '024-23221703，15041455447'],
    ['024-23221703、150 4145 5447（张三）', '024-23221703，15041455447'],
    ['  024 23221703  ', '024-23221703'],
    ['０２４－２３２２１７０３', '024-23221703'],
    ['+86 150-4145-5447', '15041455447'],
    ['23221703', '23221703'],
    ['见通讯录 + 传真', '见通讯录 ＋ 传真'],
  ])('gives the phone %j as %j', (phone, written) =>
    expect(subjectOf({ phone })).toBe(`科普日图片+沈阳市科协+${written}`),
  )

  it.each([
    ['沈阳市科协', '沈阳市科协'],
    ['  沈阳市\r\n科协 ', '沈阳市 科协'],
    ['科普+文化传播中心', '科普＋文化传播中心'],
  ])('names the unit %j as %j', (name, written) => {
    const subject = subjectOf({ name })
    expect(subject).toBe(`科普日图片+${written}+024-23221703`)
    expect(subject.split('+')).toHaveLength(3)
  })
})

it('a subject that is not divided by plus signs keeps those of its parts', () =>
  expect(mailSubject('科普日-{unit}', { unit: '科普+文化中心' })).toBe('科普日-科普+文化中心'))
