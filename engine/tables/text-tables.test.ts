import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { cellsOf, readContent, tablesOf } from './tables.fixture.ts'

const csv = '活动名称,联系电话\r\n科普大篷车,024-23221703\r\n'
const rows = [
  ['活动名称', '联系电话'],
  ['科普大篷车', '024-23221703'],
]

describe('a CSV', () => {
  it.each([
    ['GBK', iconv.encode(csv, 'gbk')],
    ['GB 18030', iconv.encode(csv, 'gb18030')],
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${csv}`)],
    ['UTF-16 as Excel writes it', Buffer.from(`\uFEFF${csv}`, 'utf16le')],
    ['UTF-16 with the high byte first', Buffer.from(`\uFEFF${csv}`, 'utf16le').swap16()],
  ])('is read in %s', async (_, content) => {
    expect(await cellsOf(content)).toEqual(rows)
  })

  it('keeps rare characters that only GB 18030 has', async () => {
    expect(await cellsOf(iconv.encode('姓名,单位\n𬭊㙍,甲', 'gb18030'))).toEqual([
      ['姓名', '单位'],
      ['𬭊㙍', '甲'],
    ])
  })

  it.each([
    [
      'semicolons',
      'a;b\nc, d;e\n',
      [
        ['a', 'b'],
        ['c, d', 'e'],
      ],
    ],
    [
      'tabs',
      'a\tb\nc, d\te\n',
      [
        ['a', 'b'],
        ['c, d', 'e'],
      ],
    ],
    ['what its first line says', 'sep=;\r\na;b,c,d\r\n', [['a', 'b,c,d']]],
  ])('is parted by %s', async (_, text, cells) => {
    expect(await cellsOf(Buffer.from(text))).toEqual(cells)
  })

  it('may have separators, line breaks and quotes in quoted cells', async () => {
    const text = '名称,简介\n"甲,""乙""","第一行\r\n第二行"\n"丙"丁,5"屏\n"'
    expect(await cellsOf(Buffer.from(text))).toEqual([
      ['名称', '简介'],
      ['甲,"乙"', '第一行\n第二行'],
      ['"丙"丁', '5"屏'],
      ['"'],
    ])
  })

  it('keeps every digit and zero, and what Excel is told to keep', async () => {
    const text = 'a,b,c,d,e\n02423221703,210102199001011234,="024","=""0411""",1.50415E+10\n'
    expect((await cellsOf(Buffer.from(text)))[1]).toEqual([
      '02423221703',
      '210102199001011234',
      '024',
      '0411',
      '1.50415E+10',
    ])
  })

  it('counts its records, blank ones too, and is one table without a name', async () => {
    expect(await tablesOf(Buffer.from('标题,\n\n,,\na,b\n'))).toEqual([
      {
        sheet: '',
        hidden: false,
        epoch: 1900,
        lines: [
          { row: 1, cells: ['标题'] },
          { row: 4, cells: ['a', 'b'] },
        ],
      },
    ])
  })

  it('of more rows than any list has is refused by their number', async () => {
    expect(await readContent(Buffer.from('a,b\n'.repeat(25_000)))).toEqual({
      problem: 'too-many-rows',
      rows: 25_000,
      limit: 20_000,
    })
  })

  it('of quotes alone comes to an end', async () => {
    await expect(readContent(Buffer.from(`a,b\n${'"x,'.repeat(300_000)}`))).resolves.toBeDefined()
    await expect(readContent(Buffer.from(`a,b\n${'"'.repeat(1_000_001)}`))).resolves.toBeDefined()
  })
})

describe('a text', () => {
  it.each([
    ['that nothing parts', '各单位：\n请于8月31日前报送。\n'],
    ['of nothing', ''],
    ['of blanks', ' , \n , \n'],
  ])('%s has no table', async (_, text) => {
    expect(await readContent(Buffer.from(text))).toEqual({ problem: 'no-tables' })
  })

  it('that is a web page without a table is none, whatever its name', async () => {
    const page = '<html><body><p>活动名称,a</p></body></html>'
    expect(await readContent(Buffer.from(page))).toEqual({ problem: 'not-a-table-file', format: 'text' })
  })
})
