import { describe, expect, it } from 'vitest'
import {
  boundText,
  bytesText,
  dateText,
  equalText,
  grouped,
  namesText,
  pixelsText,
  ratioText,
  secondsText,
  unitText,
  windowText,
} from './measures.ts'

describe('measures for people', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [3_145_728, '3,145,728'],
    [1234.5678, '1,234.5678'],
  ])('groups %d as %s', (value, text) => expect(grouped(value)).toBe(text))

  it.each([
    [0, 1024, '0 字节'],
    [999_999, 1024, '0.95 MB（999,999 字节）'],
    [3_000_000, 1024, '2.86 MB（3,000,000 字节）'],
    [3_000_000, 1000, '3.00 MB（3,000,000 字节）'],
    [20_480, 1024, '20.00 KB（20,480 字节）'],
    [2_147_483_648, 1024, '2.00 GB（2,147,483,648 字节）'],
  ])('a size of %d bytes, counted by %d, is %s', (bytes, base, text) =>
    expect(bytesText(bytes, base)).toBe(text),
  )

  it.each([
    [3, 'M', 1024, '3 MB（3,145,728 字节）'],
    [1, 'M', 1000, '1 MB（1,000,000 字节）'],
    [500, 'B', 1024, '500 字节'],
  ] as const)('%d %s by %d is %s', (value, unit, base, text) =>
    expect(unitText(value, unit, base)).toBe(text),
  )

  it.each([
    [45, '45秒'],
    [120, '2分钟（120 秒）'],
    [119.92, '1分59.92秒（119.92 秒）'],
    [119.9, '1分59.9秒（119.9 秒）'],
    [150, '2分30秒（150 秒）'],
    [300.04, '5分0.04秒（300.04 秒）'],
  ])('%d seconds are %s', (seconds, text) => expect(secondsText(seconds)).toBe(text))

  it.each([119.996, 119.999, 119.9999])(
    '%d seconds never look like the two minutes they are not',
    (seconds) => {
      expect(secondsText(seconds)).not.toContain('2分')
      expect(secondsText(seconds)).toContain('1分59.9')
    },
  )

  it.each([
    [3_000_000, '300万'],
    [2_764_800, '276万（2,764,800）'],
    [2_999_823, '299万（2,999,823）'],
    [800, '800'],
  ])('%d pixels are %s', (pixels, text) => expect(pixelsText(pixels)).toBe(text))

  it.each([
    [1920, 1080, '16∶9'],
    [4000, 3000, '4∶3'],
    [1080, 1920, '9∶16'],
    [1998, 1080, '1.85∶1'],
  ])('%d×%d is %s', (width, height, text) => expect(ratioText(width, height)).toBe(text))

  it.each([
    ['2023', '2023年'],
    ['2023-05', '2023年5月'],
    ['2023-08-31', '2023年8月31日'],
    ['2023-09-01T00:10:00', '2023年9月1日'],
    ['不详', '不详'],
  ])('the date %s is %s', (text, said) => expect(dateText(text)).toBe(said))

  it('says one year once', () => expect(windowText({ from: '2023', to: '2023' })).toBe('2023年'))

  it.each([
    ['>', '大于'],
    ['>=', '不少于'],
    ['<', '小于'],
    ['<=', '不超过'],
    ['=', '正好'],
  ] as const)('the bound %s is %s', (operator, word) => {
    expect(boundText({ operator, value: 5 }, String)).toBe(`${word} 5`)
  })

  it('says that equal is not greater', () => {
    expect(equalText({ operator: '>', value: 5 }, 5)).not.toBe('')
    expect(equalText({ operator: '>', value: 5 }, 4)).toBe('')
    expect(equalText({ operator: '>=', value: 5 }, 5)).toBe('')
  })

  it('names both ends of a range', () => {
    expect(boundText({ operator: 'range', min: 100, max: 300 }, (value) => `${value} MB`)).toBe(
      '在 100 MB至 300 MB之间',
    )
  })

  it('names the first few of many', () =>
    expect(namesText(['甲', '乙', '丙', '丁'])).toBe('“甲”、“乙”、“丙”等 4 个'))
})
