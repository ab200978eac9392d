import { describe, expect, test } from 'vitest'
import type { PackageRecord } from '../project/document.ts'
import { liaoning, submissionOf, taskNamed } from '../rules/submission.fixture.ts'
import { planPackage } from './plan.ts'
import { lastSubmission, submissionText } from './replaced.ts'
import { submissionTokens } from './tokens.ts'

test('of a first submission nothing is said', () => expect(submissionText(undefined, 8)).toBeUndefined())
test('a later one says its number, and the day the one before was sent by the notice’s own clock', () => {
  expect(submissionText({ ordinal: 2, sentAt: '2023-08-24T17:00:00.000Z' }, 8)).toBe(
    '第3次报送，替换2023年8月25日报送的第2次',
  )
})
test('a long unit name gives way before the number of the package does', () => {
  const task = taskNamed('media')
  const submission = submissionOf([])
  const tokens = { ...submissionTokens(liaoning, task, submission, '2023-08-20'), unit: '长'.repeat(90) }
  const { folderName, parts } = planPackage(task, submission, tokens, {
    replaces: { ordinal: 1, sentAt: '2023-08-19T00:00:00Z' },
  })
  expect(folderName).toMatch(/-20230820-第2次报送$/)
  expect(parts[0]?.fileName).toMatch(/-第2次报送\.zip$/)
  expect(folderName.length).toBeLessThanOrEqual(60)
})

describe('what a next package stands in for', () => {
  const packed = (version: number, ...sent: string[]): PackageRecord => ({
    id: String(version),
    version,
    packedAt: '2023-08-01T00:00:00Z',
    result: { planned: 0, packed: 0, packages: [], documents: [], mails: [], waived: [], out: '' },
    sent: Object.fromEntries(sent.map((at, mail) => [mail, at])),
  })
  test('is nothing as long as none was sent, however often it was packed', () =>
    expect(lastSubmission([packed(1), packed(2)])).toBeUndefined())
  test('is the newest that was sent, counted among those that were', () =>
    expect(
      lastSubmission([
        packed(5),
        packed(4, '2023-08-24T01:00:00Z', '2023-08-25T01:00:00Z'),
        packed(2, '2023-08-20T01:00:00Z'),
        packed(1),
      ]),
    ).toEqual({ ordinal: 2, sentAt: '2023-08-25T01:00:00Z' }))
})
