import { describe, expect, it } from 'vitest'
import { SkipReason } from '../lists/import-report.ts'
import { TableProblem } from '../lists/raw-table.ts'
import { skipReasonNames } from './skip-reason-names.ts'
import { tableProblemSentence } from './table-problem-sentence.ts'

const samples: readonly TableProblem[] = [
  { problem: 'not-a-table-file', format: 'jpeg' },
  { problem: 'not-a-table-file', format: 'something new' },
  { problem: 'old-word' },
  { problem: 'encrypted' },
  { problem: 'damaged' },
  { problem: 'too-large', bytes: 70_000_000, limit: 52_428_800 },
  { problem: 'too-many-rows', rows: 120_000, limit: 50_000 },
  { problem: 'no-tables' },
  { problem: 'unreadable', reason: 'EBUSY' },
]

describe('why a file gave no table', () => {
  it('has a sample of every problem', () => {
    const known = TableProblem.options.map(({ shape }) => shape.problem.value)
    expect(new Set(samples.map(({ problem }) => problem))).toEqual(new Set(known))
  })

  it.each(samples)('$problem is told in plain words, and what to do', (problem) => {
    const sentence = tableProblemSentence(problem)
    expect(sentence).toMatch(/^\p{Script=Han}.{8,80}$/u)
    expect(sentence).toMatch(/；|，请/u)
    expect(sentence).not.toMatch(/undefined|null|NaN|E[A-Z]{4}|。$/u)
  })

  it('says of a photo that it is one', () => {
    expect(tableProblemSentence({ problem: 'not-a-table-file', format: 'jpeg' })).toContain(
      '这是JPG，不是表格',
    )
  })
})

it('every reason for passing over a line has a name of its own', () => {
  expect(new Set(Object.values(skipReasonNames)).size).toBe(SkipReason.options.length)
})
