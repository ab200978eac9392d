import { describe, expect, it } from 'vitest'
import { asStandardDateFormats, datePartsOf, dateText } from './date-format.ts'
import { bookOf, edited, goodRow, header, readBook } from './sheet.fixture.ts'
import { rewriteZip } from '../documents/rewrite-zip.ts'

const shown = (format: string) => {
  const parts = datePartsOf(format)
  return parts && ['year', 'month', 'day'].filter((part) => parts[part as keyof typeof parts]).join(' ')
}

describe('a number format', () => {
  it.each([
    ['yyyy-mm-dd', 'year month day'],
    ['m/d/yy', 'year month day'],
    ['yyyy"年"m"月"d"日"', 'year month day'],
    ['[$-804]yyyy"年"m"月"d"日";@', 'year month day'],
    ['m"月"d"日"', 'month day'],
    ['yyyy"年"m"月"', 'year month'],
    ['mmm-yy', 'year month'],
    ['yyyy', 'year'],
    ['m/d/yy h:mm', 'year month day'],
    ['h:mm AM/PM', ''],
    ['mm:ss', ''],
    ['[h]:mm:ss', ''],
  ])('shows of a date: %j %j', (format, parts) => {
    expect(shown(format)).toBe(parts)
  })

  it.each([
    'General',
    '0',
    '0.00E+00',
    '#,##0;[Red]-#,##0',
    '@',
    '0"ed"',
    '"日期"0',
    '_ * #,##0_ ',
    '000000',
  ])('is no date: %j', (format) => {
    expect(datePartsOf(format)).toBeUndefined()
  })
})

describe('a date serial', () => {
  const day = { year: true, month: true, day: true }

  it.each([
    [45_066, '2023-05-20'],
    [45_066.999, '2023-05-20'],
    [1, '1900-01-01'],
    [61, '1900-03-01'],
    [36_526, '2000-01-01'],
    [45_351, '2024-02-29'],
  ])('%d is %s', (serial, text) => {
    expect(dateText(serial, day, false)).toBe(text)
  })

  it('is counted from 1904 in workbooks from old Macs', () => {
    expect(dateText(43_604, day, true)).toBe('2023-05-20')
  })

  it('is as exact as its format', () => {
    expect(dateText(45_047, { ...day, day: false }, false)).toBe('2023-05')
    expect(dateText(45_047, { year: true, month: false, day: false }, false)).toBe('2023')
    expect(dateText(0.395_833_333, { year: false, month: false, day: false }, false)).toBe('09:30')
  })

  it('is a number where Excel knows no day', () => {
    expect(dateText(-1, day, false)).toBeUndefined()
    expect(dateText(1e9, day, false)).toBeUndefined()
  })
})

describe('date formats that only Chinese Excel has', () => {
  it('are replaced by standard ones', () => {
    const styles = '<xf numFmtId="57"/><xf numFmtId="31" x="1"/><xf numFmtId="14"/><xf numFmtId="157"/>'
    expect(asStandardDateFormats(Buffer.from(styles)).toString()).toBe(
      '<xf numFmtId="17"/><xf numFmtId="14" x="1"/><xf numFmtId="14"/><xf numFmtId="157"/>',
    )
  })

  it('give the month that was typed', async () => {
    const book = edited(bookOf([header, goodRow('a.jpg')]), (sheet) => {
      sheet['F2'] = { t: 'n', v: 45_047, z: 'mmm-yy' }
    })
    const chinese = rewriteZip(book, new Date(2023, 7, 1), (name, content) =>
      name === 'xl/styles.xml' ? content().replaceAll('numFmtId="17"', 'numFmtId="57"') : undefined,
    )
    expect((await readBook(chinese, ['a.jpg'])).rows[0]?.fields['takenAt']).toBe('2023-05')
  })
})
