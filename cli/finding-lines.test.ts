import { expect, test } from 'vitest'
import { check } from '../shared/rules/check.ts'
import { liaoning, shenyang, submissionOf, taskNamed } from '../shared/rules/submission.fixture.ts'
import { judged } from '../shared/rules/verdict.ts'
import { findingLines } from './finding-lines.ts'

const linesOf = (declared: string[]): string => {
  const task = taskNamed('history')
  const submission = submissionOf([], { task: 'history', unit: shenyang, declared })
  const findings = check(liaoning, submission, '2023-08-01T09:00:00')
  return judged(task, findings, [])
    .flatMap((one) => findingLines(one, task))
    .join('\n')
}

test('a declaration that is missing tells by which words it is made', () => {
  expect(linesOf(['quality'])).toContain(
    '确认属实后，在命令后面加 --declare rights（几项都属实，加 --declare all）',
  )
  expect(linesOf(['quality'])).not.toContain('--declare quality')
  expect(linesOf([])).toContain('--declare quality')
  expect(linesOf(['quality', 'rights'])).not.toContain('--declare')
})
