import { describe, expect, it } from 'vitest'
import { partTexts } from './text-difference.ts'

const shown = (one: string, two: string) =>
  partTexts(one, two).map(({ before, different, after }) => `${before}[${different}]${after}`)

describe('what is different in two texts', () => {
  it('stands between what both begin and end with', () => {
    expect(shown('科普大篷车进校园', '科普大篷车走进校园')).toEqual([
      '科普大篷车[]进校园',
      '科普大篷车[走]进校园',
    ])
    expect(shown('9月17日', '9月18日')).toEqual(['9月1[7]日', '9月1[8]日'])
  })
  it('counts no letter twice where one text repeats itself', () => {
    expect(shown('哈哈', '哈哈哈')).toEqual(['哈哈[]', '哈哈[哈]'])
    expect(shown('', '甲')).toEqual(['[]', '[甲]'])
  })
})
