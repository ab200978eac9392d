import { expect, test } from 'vitest'
import { liaoning, submissionOf, taskNamed } from '../rules/submission.fixture.ts'
import { planPackage } from './plan.ts'
import { versionText } from './replaced.ts'
import { submissionTokens } from './tokens.ts'

test('of a first package nothing is said', () => expect(versionText(undefined, 8)).toBeUndefined())
test('a later one says its number, and the day of the one before by the notice’s own clock', () => {
  expect(versionText({ version: 2, packedAt: '2023-08-24T17:00:00.000Z' }, 8)).toBe(
    '第3次报送，替换2023年8月25日报送的第2次',
  )
})
test('a long unit name gives way before the number of the package does', () => {
  const task = taskNamed('media')
  const submission = submissionOf([])
  const tokens = { ...submissionTokens(liaoning, task, submission, '2023-08-20'), unit: '长'.repeat(90) }
  const { folderName, parts } = planPackage(task, submission, tokens, {
    version: 1,
    packedAt: '2023-08-19T00:00:00Z',
  })
  expect(folderName).toMatch(/-20230820-第2次报送$/)
  expect(parts[0]?.fileName).toMatch(/-第2次报送\.zip$/)
  expect(folderName.length).toBeLessThanOrEqual(60)
})
