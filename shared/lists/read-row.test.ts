import { describe, expect, it } from 'vitest'
import type { ColumnUses } from './columns.ts'
import { splitNameAndPhone } from './name-and-phone.ts'
import type { RawCell } from './raw-table.ts'
import { readRow } from './read-row.ts'
import { activities, number } from './tables.fixture.ts'

const read = (uses: ColumnUses, cells: readonly RawCell[], epoch: 1900 | 1904 = 1900) =>
  readRow({ row: 1, cells: [...cells] }, uses, activities, { year: 2023, epoch })
const one = (field: string, cell: RawCell, epoch?: 1900 | 1904) => {
  const { fields, original } = read([{ field, part: 'whole' }], [cell], epoch)
  return { value: fields[field], original: original[field] }
}

describe('a time', () => {
  it.each([
    ['9月17日', '2023年9月17日'],
    ['9月17-23日', '2023年9月17日—23日'],
    ['9月17日—9月23日', '2023年9月17日—23日'],
    ['2023.9.17', '2023年9月17日'],
    ['2023/9/17-23', '2023年9月17日—23日'],
    ['9月19日上午', '2023年9月19日上午'],
    ['９月１７日８：３０－１１：３０', '2023年9月17日8:30—11:30'],
    ['9月17日、19日', '2023年9月17日、9月19日'],
  ])('%s is written as %s, and the original kept', (text, value) => {
    expect(one('time', text)).toEqual({ value, original: text })
  })

  it('that is a serial number counts from the first year of its workbook', () => {
    expect(one('time', number('45186')).value).toBe('2023年9月17日')
    expect(one('time', number('43724'), 1904).value).toBe('2023年9月17日')
  })

  it.each(['9月中旬', '科普日期间', '全年', '9月31日', '待定', '随便写的'])('%s stays as it is', (text) => {
    expect(one('time', ` ${text}`)).toEqual({ value: text, original: undefined })
  })

  it('keeps what is in brackets', () => {
    expect(one('time', '9月17日（遇雨顺延）')).toEqual({
      value: '2023年9月17日（遇雨顺延）',
      original: '9月17日（遇雨顺延）',
    })
    const uses: ColumnUses = [
      { field: 'time', part: 'start' },
      { field: 'time', part: 'end' },
    ]
    expect(read(uses, ['9月17日（开幕）', '9月19日']).fields['time']).toBe('2023年9月17日—19日（开幕）')
  })

  it('as a number that may be two days stays as it is', () => {
    expect(one('time', number('9.2')).value).toBe('9.2')
    expect(one('time', '9.20').value).toBe('2023年9月20日')
  })

  it.each([
    ['9月17日', '9月19日', '2023年9月17日—19日'],
    ['2023-09-17', '2023-09-17', '2023年9月17日'],
    ['9月17日', '', '2023年9月17日'],
    ['', '9月19日', '2023年9月19日'],
    ['9月17日8:30', '11:30', '2023年9月17日8:30—11:30'],
    ['2023年9月17日8:30', '2023年9月17日11:30', '2023年9月17日8:30—11:30'],
    ['9月中旬', '9月底', '9月中旬—9月底'],
  ])('from %s to %s is %s', (start, end, value) => {
    const uses: ColumnUses = [
      { field: 'time', part: 'start' },
      { field: 'time', part: 'end' },
    ]
    expect(read(uses, [start, end]).fields['time']).toBe(value)
  })

  it('of serial numbers in two columns is one', () => {
    const uses: ColumnUses = [
      { field: 'time', part: 'start' },
      { field: 'time', part: 'end' },
    ]
    expect(read(uses, [number('45186'), number('45188')])).toEqual({
      fields: { time: '2023年9月17日—19日' },
      original: { time: '45186—45188' },
    })
  })

  it.each<[RawCell, RawCell, string]>([
    ['9月17日', '8:30-11:30', '2023年9月17日8:30—11:30'],
    ['9月17日-18日', '上午', '2023年9月17日—18日上午'],
    [number('45186'), number('0.375'), '2023年9月17日9:00'],
    ['9月17日（周日）', '9:00（需预约）', '2023年9月17日9:00（需预约）'],
    ['9月17日', '9月17日9:00', '2023年9月17日9:00'],
    ['9月17日', '9月19日9:00', '2023年9月17日 9月19日9:00'],
    ['9月17日', '待定', '2023年9月17日 待定'],
    ['9月中旬', '9:00', '9月中旬 9:00'],
    ['9月17日', '', '2023年9月17日'],
    ['', '9月17日9:00', '2023年9月17日9:00'],
  ])('on %j at %j is %s', (day, hours, value) => {
    const both: ColumnUses = [
      { field: 'time', part: 'day' },
      { field: 'time', part: 'hours' },
    ]
    expect(read(both, [day, hours]).fields['time']).toBe(value)
    expect(read(both.toReversed(), [hours, day]).fields['time']).toBe(value)
    expect(read([{ field: 'time', part: 'hours' }], ['9月17日']).fields['time']).toBe('2023年9月17日')
  })

  it('that runs backwards stays for the rules to tell', () => {
    const uses: ColumnUses = [
      { field: 'time', part: 'start' },
      { field: 'time', part: 'end' },
    ]
    expect(read(uses, ['9月19日', '9月17日']).fields['time']).toBe('2023年9月19日—2023年9月17日')
  })
})

describe('a phone', () => {
  it.each([
    ['15041455447', '15041455447'],
    ['024 23221703', '024-23221703'],
    ['１５０４１４５５４４７', '15041455447'],
    ['024-23221703/15041455447', '024-23221703、15041455447'],
    ['024-23221703\n15041455447', '024-23221703、15041455447'],
    ['23221703', '23221703'],
  ])('%j is %s', (text, value) => {
    expect(one('phone', text).value).toBe(value)
  })

  it.each(['1.50415E+10', '2423221703', '张三 15041455447', '无'])(
    '%s stays for the rules to tell',
    (text) => {
      expect(one('phone', text)).toEqual({ value: text, original: undefined })
    },
  )
})

describe('a name and a phone in one cell', () => {
  it.each([
    ['张三13800000000', '张三', '13800000000'],
    ['张三 024-23221703', '张三', '024-23221703'],
    ['张三（13800000000）', '张三', '13800000000'],
    ['张三/13800000000', '张三', '13800000000'],
    ['联系人：张三 电话：13800000000', '张三', '13800000000'],
    ['13800000000 张三', '张三', '13800000000'],
    ['张三\n１３８００００００００', '张三', '13800000000'],
    ['张三13800000000、李四13900000000', '张三、李四', '13800000000、13900000000'],
    ['张三 138 0000 0000；李四 024-23221703转801', '张三、李四', '13800000000、024-23221703转801'],
    ['张 三：138-0000-0000', '张三', '13800000000'],
    ['张三（科普部）13800000000', '张三（科普部）', '13800000000'],
    ['张三', '张三', ''],
    ['13800000000', '', '13800000000'],
    ['张三 1.50415E+10', '张三', '1.50415E+10'],
    ['张三 23221703', '张三', '23221703'],
    ['张三 1380000000', '张三', '1380000000'],
    ['张三：024-2322 1703', '张三', '024-23221703'],
    ['张三 024 2322 1703 转 801', '张三', '024-23221703转801'],
    ['王芳 23221703转8001', '王芳', '23221703转8001'],
    ['王芳 2322 1703', '王芳', '23221703'],
  ])('%j is %s and %s', (text, name, phone) => {
    expect(splitNameAndPhone(text)).toEqual({ name, phone })
  })

  it('fills both fields and keeps the text', () => {
    expect(read([{ field: 'contact', part: 'name-and-phone' }], ['张三13800000000'])).toEqual({
      fields: { contact: '张三', phone: '13800000000' },
      original: { contact: '张三13800000000', phone: '张三13800000000' },
    })
  })
})

describe('a text', () => {
  it('of one line loses its breaks, between Chinese characters without a trace', () => {
    expect(one('name', ' 科普\n讲座 ')).toEqual({ value: '科普讲座', original: undefined })
    expect(one('name', 'AI\r\nfor all').value).toBe('AI for all')
  })

  it('of several lines keeps them', () => {
    expect(one('brief', '第一天：讲座。\r\n第二天：展览。').value).toBe('第一天：讲座。\n第二天：展览。')
  })

  it('keeps its full-width letters', () => {
    expect(one('name', 'ＡＩ科普２０２３').value).toBe('ＡＩ科普２０２３')
  })

  it.each([
    ['讲座', '讲座报告'],
    ['讲座报告 ', '讲座报告'],
    ['科普培训', '培训'],
    ['讲座、展览', '讲座、展览'],
    ['展览展示和讲座报告', '展览展示和讲座报告'],
    ['开', '开'],
    ['快闪', '快闪'],
    ['非竞赛类', '非竞赛类'],
    ['竞赛/观摩', '竞赛/观摩'],
    ['讲座、展览展示', '讲座、展览展示'],
    ['其他（科普剧）', '其他（科普剧）'],
  ])('that is to be chosen, %s, is %s', (text, value) => {
    expect(one('form', text).value).toBe(value)
  })

  it.each([
    ['200', '200'],
    ['约２００人', '200'],
    ['1,200人次', '1200'],
    ['1.2万人', '12000'],
    ['200-300人', '200-300人'],
    ['每场50人', '每场50人'],
    ['0.4', '0.4'],
    ['0', '0'],
    ['9'.repeat(400), '9'.repeat(400)],
    ['9007199254740993', '9007199254740993'],
    [`${'约'.repeat(400)}x`, `${'约'.repeat(400)}x`],
  ])('that is a number, %s, is %s', (text, value) => {
    expect(one('headcount', text).value).toBe(value)
  })

  it('in a column that is left alone is left alone, and the running number is not kept', () => {
    expect(read([null, { field: 'seq', part: 'whole' }], ['x', '1'])).toEqual({ fields: {}, original: {} })
  })
})

// Each with each character, these would not be done before the test's time is up.
it.each([
  ['blanks', ' '],
  ['line breaks', '\n'],
  ['blanks and line breaks', ' \n'],
  ['brackets', '（'],
  ['digits', '1'],
  ['dashes', '-'],
])('a cell full of %s is kept as it is', (_, filling) => {
  const cell = `张${filling.repeat(32_000 / filling.length)}三`
  for (const { key: field } of activities.fields) {
    for (const part of ['whole', 'start', 'end', 'name-and-phone'] as const) {
      const { fields } = read([{ field, part }], [cell])
      if (field !== 'seq') expect(fields[field]).toMatch(/^张[^]*三$/u)
    }
  }
})
