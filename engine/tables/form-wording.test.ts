import { describe, expect, it } from 'vitest'
import { limitWords } from './form-wording.ts'
import { breaksLimit } from './word-count-formula.ts'

describe('a limit', () => {
  it.each([
    [{ operator: '<=', value: 100 }, '100字以内', 'I4>100'],
    [{ operator: '<', value: 100 }, '少于100字', 'I4>=100'],
    [{ operator: '>=', value: 10 }, '不少于10字', 'I4<10'],
    [{ operator: '>', value: 10 }, '多于10字', 'I4<=10'],
    [{ operator: '=', value: 4 }, '4字', 'I4<>4'],
    [{ operator: 'range', min: 10, max: 150 }, '10至150字', 'OR(I4<10,I4>150)'],
  ] as const)('%o reads %s', (bound, words, condition) => {
    expect(limitWords(bound)).toBe(words)
    expect(breaksLimit('I4', bound)).toBe(`AND(ISNUMBER(I4),${condition})`)
  })
})
