import { describe, expect, test } from 'vitest'
import { awkwardNames } from './awkward.fixture.ts'
import { clashKey, foldedCase } from './paths.ts'

/** Every sign of one UTF-16 unit, but for halves of pairs. */
const signs = Array.from({ length: 0xffff }, (_, at) => String.fromCharCode(at + 1)).filter(
  (sign) => !/[\uD800-\uDFFF]/u.test(sign),
)

describe('names that clash', () => {
  test.each([
    ['图A.JPG', '图a.jpg'],
    ['e\u0301.jpg', 'é.jpg'],
    ['E\u0301.jpg', 'é.jpg'],
    ['ΑΣ.jpg', 'ασ.jpg'],
    ['ΑΣ', 'ας'],
    ['straße', 'STRASSE'],
    ['ſo', 'SO'],
    ['ｊｐｇ', 'ＪＰＧ'],
    ['Ⅷ', 'ⅷ'],
    ['ж', 'Ж'],
  ])('%j and %j', (one, other) => expect(clashKey(one)).toBe(clashKey(other)))

  test.each([
    ['a.jpg', 'b.jpg'],
    ['图.jpg', '圖.jpg'],
    ['a.jpg', 'ａ.jpg'],
    ['e.jpg', 'é.jpg'],
    ['1', '１'],
  ])('and %j and %j that do not', (one, other) => expect(clashKey(one)).not.toBe(clashKey(other)))

  test('each sign has the key of its capital and of its small letter, and so has each name', () => {
    for (const text of [...signs, ...awkwardNames(2000, 11)]) {
      expect(clashKey(text.toUpperCase())).toBe(clashKey(text))
      expect(clashKey(text.toLowerCase())).toBe(clashKey(text))
      expect(clashKey(text.normalize('NFD'))).toBe(clashKey(text))
    }
  })
})

describe('one path in two spellings', () => {
  test.each([
    ['c:\\users\\王丽', 'C:\\Users\\王丽'],
    ['é', 'É'],
    ['ж', 'Ж'],
    ['ｊ', 'Ｊ'],
    ['ⅷ', 'Ⅷ'],
  ])('%j and %j', (one, other) => expect(foldedCase(one)).toBe(foldedCase(other)))

  test.each([
    ['ß', 'ss'],
    ['ß', 'ẞ'],
    ['ı', 'I'],
    ['İ', 'i'],
    ['ſ', 'S'],
    ['\u212A', 'K'],
    ['µ', 'Μ'],
    ['e\u0301', 'é'],
    ['ﬁ', 'FI'],
  ])('but never %j and %j, which NTFS keeps apart', (one, other) =>
    expect(foldedCase(one)).not.toBe(foldedCase(other)),
  )

  test('no path becomes longer or shorter, and what is folded stays so', () => {
    for (const text of [...signs, ...awkwardNames(2000, 12)]) {
      expect(foldedCase(text)).toHaveLength(text.length)
      expect(foldedCase(foldedCase(text))).toBe(foldedCase(text))
    }
  })

  test('what is one path never makes two names that do not clash', () => {
    const keys = new Map<string, string>()
    for (const sign of signs) {
      const folded = foldedCase(sign)
      const key = clashKey(sign)
      expect(keys.get(folded) ?? key).toBe(key)
      keys.set(folded, key)
    }
  })
})
