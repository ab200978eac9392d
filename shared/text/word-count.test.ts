import { describe, expect, it } from 'vitest'
import { countWords } from './word-count.ts'

describe('字数 counts as Word does in Chinese text', () => {
  it.each([
    ['', 0],
    ['  \t\n　', 0],
    ['科普日', 3],
    ['科普日，活动。', 7],
    ['“科普”‘日’', 7],
    ['——……', 4],
    ['列夫·托尔斯泰', 7],
    ['《科学》、【展】', 8],
    ['3.14', 1],
    ['GPT-4', 1],
    ["don't", 1],
    ['don’t', 1],
    ['‘A’级', 4],
    ['8:30-11:30', 1],
    ['共200人参加', 5],
    ['AI与STEM教育', 5],
    ['hello world', 2],
    ['科普,展览', 4],
    ['- , . ! ( )', 0],
    ['（2023）', 3],
    ['ＡＢ１２', 4],
    ['かなカナー', 5],
    ['한국', 2],
    ['㐀𠀀𠮷豈', 4],
    ['25℃', 2],
    ['①②', 2],
    ['café', 1],
    ['cafe\u0301', 1],
    ['好\u{e0100}', 1],
    ['好😀👍🏽', 3],
    ['👨‍👩‍👧', 1],
    ['🇨🇳', 1],
    ['1️⃣', 1],
    ['\ud842', 1],
    ['2023年9月17日', 6],
  ])('%j has %i', (text, words) => {
    expect(countWords(text).words).toBe(words)
  })
})

describe('字符数 counts visible code points', () => {
  it.each([
    ['科普 GPT-4，', 8],
    ['a b\tc\n　d', 4],
    ['𠮷野家', 3],
    ['cafe\u0301', 4],
    ['q\u0307\u0323', 1],
    ['好\u{e0100}', 1],
    ['😀', 1],
    ['a\u200bb\ufeff', 2],
  ])('%j has %i', (text, characters) => {
    expect(countWords(text).characters).toBe(characters)
  })

  it('stays fast on a text far longer than any limit', () => {
    const text = '科普 GPT-4，'.repeat(20_000)
    expect(countWords(text)).toEqual({ words: 80_000, characters: 160_000 })
  })
})
