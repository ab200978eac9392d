import { describe, expect, it } from 'vitest'
import { countLines, longestWord, widthOf } from './text-lines.ts'

describe('the lines of a text', () => {
  it.each([
    ['', 10, 1],
    ['科普大篷车进校园', 8, 1],
    ['科普大篷车进校园', 7, 2],
    ['一\n二\n\n四', 10, 4],
    ['科'.repeat(100), 10, 10],
    ['沈阳市 science', 5, 2],
    ['A'.repeat(100), 10, 8],
    ['沈阳市科协-DJI_0042_final_version', 10, 3],
    ['一 二 三', 2, 3],
  ])('%j in %d em: %d', (text, width, lines) => {
    expect(countLines(text, width)).toBe(lines)
  })

  it('ends for any width', () => {
    expect(countLines('abc科普', 0)).toBeGreaterThan(1)
  })
})

describe('the width of a text', () => {
  it('is one em for each Chinese character, rare ones too, and about half for a letter', () => {
    expect(widthOf('科普，“𬭊”')).toBe(6)
    expect(widthOf('科e\u0301')).toBeCloseTo(1.55)
    expect(longestWord('沈阳 abc.jpg 科普')).toBeCloseTo(7 * 0.55)
  })
  it('is no less than in the widest of the usual fonts', () => {
    // DejaVu Sans, in em.
    for (const [text, width] of [
      ['WWWWMMMM', 7.41],
      ['@@@@%%%%', 7.8],
      ['mmmmwwww', 7.17],
      ['ДЕНЬ НАУКИ ШЭНЬЯН', 13.2],
      ['Ελληνικά', 4.9],
    ] as const)
      expect([text, widthOf(text) >= width]).toEqual([text, true])
    expect(widthOf('°·“”')).toBeCloseTo(3.55)
  })
  it('grows with marks that a font cannot stack', () => {
    expect(widthOf('e\u0301')).toBeCloseTo(0.55)
    expect(widthOf('e\u0301\u0302\u0303')).toBeCloseTo(2.55)
    expect(widthOf('วิ')).toBe(2)
  })
})
