import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { bookWithSheet } from './sheet.fixture.ts'
import { cellsOf, readContent, sheetsOf, tablesOf, withXml, workbookOf } from './tables.fixture.ts'

describe('the cells of a workbook', () => {
  it('are texts, numbers with all their digits, and lines within them', async () => {
    const rows = [
      ['活动名称', '电话', '人数', '已定'],
      ['科普\r\n大篷车\u0000', 15_041_455_447, 0.1 + 0.2, true],
    ]
    expect(await cellsOf(workbookOf(rows))).toEqual([
      ['活动名称', '电话', '人数', '已定'],
      ['科普\n大篷车', { text: '15041455447', is: 'number' }, { text: '0.3', is: 'number' }, 'TRUE'],
    ])
  })

  it('tell a number without exponent, and with the zeros that its format puts before it', async () => {
    const content = workbookOf([[1.504_14e10, 2_423_221_703]], (sheet) => {
      sheet['B1'].z = '00000000000'
    })
    expect(await cellsOf(content)).toEqual([
      [
        { text: '15041400000', is: 'number' },
        { text: '02423221703', is: 'number' },
      ],
    ])
  })

  it.each([
    [45_186, 'yyyy-mm-dd', '2023-09-17'],
    [45_186, 'm"月"d"日"', '2023-09-17'],
    [45_186, 'yyyy"年"m"月"', '2023-09'],
    [45_186.354_166_67, 'yyyy/m/d h:mm', '2023-09-17 08:30'],
    [45_186, 'yyyy/m/d h:mm', '2023-09-17'],
    [45_186.354_166_67, 'yyyy/m/d', '2023-09-17'],
    [45_186.999_999, 'yyyy/m/d h:mm', '2023-09-18'],
    [0.354_166_67, 'h:mm', '08:30'],
  ])('give the date %d in the format %s as %s', async (value, format, text) => {
    const content = workbookOf([[value]], (sheet) => {
      sheet['A1'].z = format
    })
    expect(await cellsOf(content)).toEqual([[text]])
  })

  it('give dates of workbooks from old Macs, and their first year for numbers', async () => {
    const content = withXml(
      workbookOf([[43_724, 43_724]], (sheet) => {
        sheet['A1'].z = 'yyyy-mm-dd'
      }),
      'xl/workbook.xml',
      (xml) => xml.replace(/<workbookPr[^>]*\/>/, '<workbookPr date1904="1"/>'),
    )
    const [table] = await tablesOf(content)
    expect(table).toMatchObject({
      epoch: 1904,
      lines: [{ cells: ['2023-09-17', { text: '43724', is: 'number' }] }],
    })
  })

  it('give the results that were saved with formulas, and none where none was', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c>' +
      '<c r="C1"><f>A1+1</f></c><c r="D1"><f>A1+1</f><v></v></c><c r="E1"><f>A1+1</f><v/></c>' +
      '<c r="F1"><f>A1-2</f><v>0</v></c><c r="G1" t="str"><f>A2</f><v></v></c><c r="H1"><v>7</v></c></row></sheetData>'
    expect(await cellsOf(bookWithSheet(xml))).toEqual([
      [
        { text: '2', is: 'formula' },
        { text: '甲乙', is: 'formula' },
        '',
        '',
        '',
        { text: '0', is: 'formula' },
        '',
        { text: '7', is: 'number' },
      ],
    ])
  })

  it('name their errors, also those of formulas', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>'
    expect(await cellsOf(bookWithSheet(xml))).toEqual([
      [
        { text: '#REF!', is: 'error' },
        { text: '#DIV/0!', is: 'error' },
      ],
    ])
  })

  it('may be written in several fonts, and longer than any cell can be', async () => {
    const rich = '<is><r><t>科普</t></r><r><rPr><b/></rPr><t>讲座</t></r></is>'
    const long = `<is><t>${'科'.repeat(40_000)}</t></is>`
    const xml = `<sheetData><row r="1"><c r="A1" t="inlineStr">${rich}</c><c r="B1" t="inlineStr">${long}</c></row></sheetData>`
    expect(await cellsOf(bookWithSheet(xml))).toEqual([['科普讲座', '科'.repeat(32_767)]])
  })
})

describe('the lines of a sheet', () => {
  it('bear the numbers that Excel shows; blank ones and blank ends are left out', async () => {
    const [table] = await tablesOf(workbookOf([['标题', '', ''], [], ['', ' ', ''], ['', '甲', '']]))
    expect(table?.lines).toEqual([
      { row: 1, cells: ['标题'] },
      { row: 4, cells: ['', '甲'] },
    ])
  })

  it('tell that a filter hides them', async () => {
    const content = workbookOf([['a'], ['b'], ['c']], (sheet) => {
      sheet['!rows'] = [{}, { hidden: true }, {}]
    })
    const [table] = await tablesOf(content)
    expect(table?.lines).toEqual([
      { row: 1, cells: ['a'] },
      { row: 2, cells: ['b'], hidden: true },
      { row: 3, cells: ['c'] },
    ])
  })

  it('have the text of merged cells in all that these cover, told where it comes from', async () => {
    const rows = [
      ['联系方式', '', '活动'],
      ['联系人', '手机', '压住的字'],
      ['张三', '1', '讲座'],
      ['李四', '2', ''],
    ]
    const content = workbookOf(rows, (sheet) => {
      sheet['!merges'] = ['A1:B1', 'C1:C2', 'C3:C4'].map((range) => rangeOf(range))
    })
    expect(await cellsOf(content)).toEqual([
      ['联系方式', { text: '联系方式', from: 'beside' }, '活动'],
      ['联系人', '手机', { text: '活动', from: 'above' }],
      ['张三', '1', '讲座'],
      ['李四', '2', { text: '讲座', from: 'above' }],
    ])
  })

  it('do not come of merged cells alone, nor of what lies under them', async () => {
    const content = workbookOf([['甲', '乙'], ['压住'], ['丙']], (sheet) => {
      sheet['!merges'] = [rangeOf('A1:B2')]
    })
    expect((await tablesOf(content))[0]?.lines.map(({ row }) => row)).toEqual([1, 3])
  })
})

describe('the sheets of a workbook', () => {
  const sheets = [
    { name: '沈河区', rows: [['a']] },
    { name: '空', rows: [] },
    { name: '藏', rows: [['b']], hidden: 1 },
    { name: '深藏', rows: [['c']], hidden: 2 },
  ] as const

  it.each(['xlsx', 'biff8'] as const)(
    'are told in their order, those without content left out (%s)',
    async (type) => {
      expect((await tablesOf(sheetsOf(sheets, type))).map(({ sheet, hidden }) => [sheet, hidden])).toEqual([
        ['沈河区', false],
        ['藏', true],
        ['深藏', true],
      ])
    },
  )

  it('may all be blank: there is no table then', async () => {
    expect(await readContent(sheetsOf([{ name: '空', rows: [] }]))).toEqual({ problem: 'no-tables' })
  })

  // Made by openpyxl, saved by LibreOffice; an .et of WPS is the same kind of file under another name.
  it('are read from an old workbook that another program has saved', async () => {
    const content = await readFile(new URL('../fixtures/tables/list-libreoffice.xls', import.meta.url))
    const [first, ...others] = await tablesOf(content)
    expect(others.map(({ sheet, hidden }) => [sheet, hidden])).toEqual([
      ['藏', true],
      ['深藏', true],
    ])
    expect(first?.lines[4]).toEqual({
      row: 5,
      cells: [
        { text: '1', is: 'number' },
        '科普\n大篷车',
        '2023-09-17',
        '沈阳',
        '张三',
        { text: '15041455447', is: 'number' },
      ],
    })
    expect(first?.lines[5]?.cells.slice(2, 4)).toEqual(['2023-09-18 08:30', { text: '沈阳', from: 'above' }])
    expect(first?.lines[6]?.cells[4]).toEqual({ text: '#DIV/0!', is: 'error' })
    expect(first?.lines[7]?.hidden).toBe(true)
  })
})

const rangeOf = (range: string) => {
  const [start = '', end = ''] = range.split(':')
  const cell = (name: string) => ({ r: Number(name.slice(1)) - 1, c: name.charCodeAt(0) - 65 })
  return { s: cell(start), e: cell(end) }
}
