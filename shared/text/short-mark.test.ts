import { expect, it } from 'vitest'
import { shortMark } from './short-mark.ts'

// Drafts and rows bear such marks: they must say the same in every version.
it.each([
  ['', '0bdcb81aee8d83'],
  ['科普讲座', '19f6f1f0968a0e'],
])('the mark of %j never changes', (text, mark) => {
  expect(shortMark(text)).toBe(mark)
})

it('tells texts apart that differ in one character', () => {
  const texts = Array.from({ length: 1000 }, (_, index) => `科普讲座${index}`)
  expect(new Set(texts.map(shortMark)).size).toBe(texts.length)
})
