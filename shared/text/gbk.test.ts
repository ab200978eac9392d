import { describe, expect, it } from 'vitest'
import { unencodable } from './gbk.ts'

describe('unencodable', () => {
  it.each([
    ['', []],
    ['沈阳市科协（沈阳市）-科普大篷车进校园.jpg', []],
    ['“朱镕基”——《科学》·…～￥①㈱〇', []],
    ['龍騰虎躍', []],
    ['価格€100', []],
    ['㊣嗀', []],
    ['𠮷野家', ['𠮷']],
    ['欢迎😀😀👍', ['😀', '👍']],
    ['￠¢', ['¢']],
    ['cafe\u0301', ['\u0301']],
    ['한국', ['한', '국']],
    ['©™', ['©', '™']],
    ['a\u00a0b', ['\u00a0']],
    ['ḿǹ⺁〾龴︐', ['ḿ', 'ǹ', '⺁', '〾', '龴', '︐']],
    ['\ue000\ue4c6\ue864', []],
    ['\ue865\uf8f5', ['\ue865', '\uf8f5']],
    ['\ufffd', ['\ufffd']],
    ['\ud842坏', ['\ud842']],
  ])('of %j are %j', (text, expected) => {
    expect(unencodable(text)).toEqual(expected)
  })

  it('leaves exactly what CP936 holds: ASCII, €, 21791 characters and 2149 of private use', () => {
    const all = String.fromCodePoint(
      ...Array.from({ length: 0x10000 }, (_, at) => at).filter((at) => at >> 11 !== 0x1b),
    )
    expect(0x10000 - 0x800 - unencodable(all).length).toBe(128 + 1 + 21791 + 2149)
  })
})
