import { describe, expect, it } from 'vitest'
import {
  formatPartialDate,
  isAfter,
  isWithin,
  parsePartialDate,
  partialDateIso,
  readPartialDate,
  spanOf,
} from './partial-date.ts'

describe('parsePartialDate reads what clerks write', () => {
  it.each([
    ['2023', '2023', '2023年'],
    ['2023年', '2023', '2023年'],
    ['２０２３年', '2023', '2023年'],
    ['2023年5月', '2023-05', '2023年5月'],
    ['2023年05月份', '2023-05', '2023年5月'],
    ['2023-05', '2023-05', '2023年5月'],
    ['2023.5', '2023-05', '2023年5月'],
    ['202305', '2023-05', '2023年5月'],
    ['2023.5.20', '2023-05-20', '2023年5月20日'],
    ['2023/5/20', '2023-05-20', '2023年5月20日'],
    ['2023。5。20', '2023-05-20', '2023年5月20日'],
    ['２０２３．５．２０', '2023-05-20', '2023年5月20日'],
    ['2023—5—20', '2023-05-20', '2023年5月20日'],
    ['2023年5月20日', '2023-05-20', '2023年5月20日'],
    ['2023 年 5 月 20 号', '2023-05-20', '2023年5月20日'],
    ['2023年5.20', '2023-05-20', '2023年5月20日'],
    ['二〇二三年五月二十日', '2023-05-20', '2023年5月20日'],
    ['20230520', '2023-05-20', '2023年5月20日'],
    ['20230520103000', '2023-05-20', '2023年5月20日10:30'],
    ['20230520 103000', '2023-05-20', '2023年5月20日10:30'],
    ['2023年5月20日上午', '2023-05-20', '2023年5月20日上午'],
    ['2023年5月20日（周六）上午9时', '2023-05-20', '2023年5月20日上午9时'],
    ['2023-05-20 10:30', '2023-05-20', '2023年5月20日10:30'],
    ['2023-05-20 10:30:00', '2023-05-20', '2023年5月20日10:30'],
    ['2023-05-20 10:30:15', '2023-05-20', '2023年5月20日10:30:15'],
    ['2023-05-20T10:30:00', '2023-05-20', '2023年5月20日10:30'],
    ['2023-05-20T00:00:00.000Z', '2023-05-20', '2023年5月20日'],
    ['2023-05-20 00:00:00', '2023-05-20', '2023年5月20日'],
    ['2023/5/20 0:00', '2023-05-20', '2023年5月20日'],
    ['2023:05:20 10:30:00', '2023-05-20', '2023年5月20日10:30'],
    ['2023-05-20 8:30-11:30', '2023-05-20', '2023年5月20日8:30-11:30'],
    ['2023.5.20-22', '2023-05-20/2023-05-22', '2023年5月20日—22日'],
    ['2023-05-20-22', '2023-05-20/2023-05-22', '2023年5月20日—22日'],
    ['2023/5/20-5/22', '2023-05-20/2023-05-22', '2023年5月20日—22日'],
    ['2023年5月20日至6月2日', '2023-05-20/2023-06-02', '2023年5月20日—6月2日'],
    ['2023-05-20/2023-05-22', '2023-05-20/2023-05-22', '2023年5月20日—22日'],
    ['2022-12-31 - 2023-01-01', '2022-12-31/2023-01-01', '2022年12月31日—2023年1月1日'],
    ['2023年5-6月', '2023-05/2023-06', '2023年5月—6月'],
    ['2023.5-6', '2023-05/2023-06', '2023年5月—6月'],
    ['2004—2006年', '2004/2006', '2004年—2006年'],
    ['2004-06', '2004-06', '2004年6月'],
    ['2023-05-20至2023-05-20', '2023-05-20', '2023年5月20日'],
    ['2024-02-29', '2024-02-29', '2024年2月29日'],
    ['2023-02-30', undefined, undefined],
    ['2023-02-29', undefined, undefined],
    ['2023年13月', undefined, undefined],
    ['2023-00', undefined, undefined],
    ['2023-05-22至20', undefined, undefined],
    ['2023年5月20日-6月', undefined, undefined],
    ['3023-05-20', undefined, undefined],
    ['5月20日', undefined, undefined],
    ['20', undefined, undefined],
    ['5月', undefined, undefined],
    ['去年夏天', undefined, undefined],
    ['2023年夏', undefined, undefined],
    ['2023年5月上午', undefined, undefined],
    ['', undefined, undefined],
    ['2023年5月20日25:00', undefined, undefined],
  ])('%j is %s', (text, iso, format) => {
    const date = parsePartialDate(text)
    expect(date && partialDateIso(date)).toBe(iso)
    expect(date && formatPartialDate(date)).toBe(format)
    if (date) expect(parsePartialDate(formatPartialDate(date))).toEqual(date)
  })

  it.each([
    ['5月20日', '2023-05-20'],
    ['5.20', '2023-05-20'],
    ['5月', '2023-05'],
    ['5月20日-22日', '2023-05-20/2023-05-22'],
    ['2月29日', undefined],
    ['2022年5月20日', '2022-05-20'],
    ['20日', undefined],
    ['20', undefined],
  ])('%j in the assumed year 2023 is %s', (text, iso) => {
    const date = parsePartialDate(text, { assumedYear: 2023 })
    expect(date && partialDateIso(date)).toBe(iso)
  })
})

it.each([
  ['2023', '2023-01-01', '2023-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023-05-20', '2023-05-20', '2023-05-20'],
  ['2004-2006', '2004-01-01', '2006-12-31'],
  ['2023年5月-6月', '2023-05-01', '2023-06-30'],
])('%s spans %s to %s', (text, from, to) => {
  expect(spanOf(parsePartialDate(text) ?? { year: 0 })).toEqual({ from, to })
})

describe('isWithin', () => {
  it.each([
    ['2023-01-01', '2023', '2023', true],
    ['2023-12-31', '2023', '2023', true],
    ['2022-12-31', '2023', '2023', false],
    ['2024-01-01', '2023', '2023', false],
    ['2023-08-20', '2023-08-20', '2023-09', true],
    ['2023-08-19', '2023-08-20', '2023-09', false],
    ['2023', '2023-08-20', '2023-09', true],
    ['2023-08', '2023-08-20', '2023-09', true],
    ['2023-07', '2023-08-20', '2023-09', false],
    ['2023-09-30', '2023-08-20', '2023-09', true],
    ['2023-10-01', '2023-08-20', '2023-09', false],
    ['2004', '2004', '2023-08-20', true],
    ['2003', '2004', '2023-08-20', false],
    ['2023-08-20', '2004', '2023-08-20', true],
    ['2023-08-21', '2004', '2023-08-20', false],
    ['2022-12-31至2023-01-02', '2023', '2023', true],
  ])('%s in %s..%s: %s', (text, from, to, inside) => {
    expect(isWithin(parsePartialDate(text) ?? { year: 0 }, from, to)).toBe(inside)
  })
})

describe('readPartialDate', () => {
  it.each([
    ['2023年13月', 'impossible'],
    ['2月30日', 'impossible'],
    ['2023-02-30', 'impossible'],
    ['2月29日', 'impossible'],
    ['2023年2月30日上午', 'impossible'],
    ['2023-05-22至20', 'impossible'],
    ['2023年5月20日至32日', 'impossible'],
    ['去年', 'unreadable'],
    ['2023年暑假', 'unreadable'],
    ['3023-05-20', 'unreadable'],
    ['12345678', 'unreadable'],
    ['2023年5月20日-6月', 'unreadable'],
    ['20', 'unreadable'],
    ['', 'unreadable'],
    ['2023年5月20日', 'date'],
    ['5月20日', 'date'],
  ])('says of %j: %s', (text, kind) => {
    expect(readPartialDate(text, { assumedYear: 2023 }).kind).toBe(kind)
  })

  it('says whether the year was assumed', () => {
    const assumed = (text: string) => {
      const reading = readPartialDate(text, { assumedYear: 2023 })
      return reading.kind === 'date' && reading.assumedYear
    }
    expect(assumed('5月20日')).toBe(true)
    expect(assumed('2023年5月20日')).toBe(false)
  })

  it('knows that a 30 February exists in no year', () => {
    expect(readPartialDate('2月30日').kind).toBe('impossible')
    expect(readPartialDate('2月29日').kind).toBe('unreadable')
  })

  it('refuses a text of 32,767 characters at once', () => {
    for (const text of ['-'.repeat(32_767), '2023年 '.repeat(6_000), '1-'.repeat(16_000)])
      expect(readPartialDate(text).kind).toBe('unreadable')
  })
})

it.each([
  ['2023-08-20', false],
  ['2023-08-21', true],
  ['2023-08', false],
  ['2023-09', true],
  ['2023', false],
  ['2024', true],
  ['2023年5月20日—2023年9月1日', true],
])('%s lies after 2023-08-20: %s', (text, after) => {
  expect(isAfter(parsePartialDate(text) ?? { year: 0 }, '2023-08-20')).toBe(after)
})
