import { describe, expect, it } from 'vitest'
import type { Finding } from '../findings.ts'
import { checkPhone } from '../rules/phone.ts'
import { liaoning, submissionOf } from '../rules/submission.fixture.ts'
import { suggestedCell } from './mend-cell.ts'
import { activities } from './tables.fixture.ts'

/** What the rule on phones finds in the text. */
function phoneFindings(text: string): readonly Finding[] {
  const requirement = activities.requirements.find(({ kind }) => kind === 'phone')
  if (requirement?.kind !== 'phone') throw new Error('no rule')
  const submission = submissionOf([], { task: 'activities', rows: [{ id: 'r', fields: { phone: text } }] })
  const now = '2023-08-20T09:00:00'
  return checkPhone(requirement, { notice: liaoning, task: activities, submission, items: [], now })
}

describe('the suggestion of a finding', () => {
  it.each([
    ['2423221703', '024-23221703'],
    ['15041455447、2423221703', '15041455447、024-23221703'],
    ['２４２３２２１７０３/15041455447', '024-23221703、15041455447'],
    ['张三 15041455447', '15041455447'],
  ])('is put into %s: %s', (text, mended) => {
    const [finding] = phoneFindings(text)
    expect(finding && suggestedCell(finding, text)).toBe(mended)
  })

  it('is not put into a text that has changed', () => {
    const [finding] = phoneFindings('2423221703')
    expect(finding && suggestedCell(finding, '15041455447')).toBeUndefined()
    expect(finding && suggestedCell(finding, '02423221703')).toBeUndefined()
  })

  it('is nothing where nothing is suggested', () => {
    for (const text of ['1.50415E+10', '无', '23221703']) {
      const [finding] = phoneFindings(text)
      expect(finding && suggestedCell(finding, text)).toBeUndefined()
      expect(finding).toBeDefined()
    }
  })
})
