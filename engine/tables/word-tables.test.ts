import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalMergeType } from 'docx'
import { describe, expect, it } from 'vitest'
import { rewriteZip } from '../documents/rewrite-zip.ts'
import { readContent, tablesOf } from './tables.fixture.ts'

type CellOptions = ConstructorParameters<typeof TableCell>[0]
const cell = (text: string, options: Partial<CellOptions> = {}) =>
  new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)), ...options })
const table = (...rows: TableCell[][]) =>
  new Table({ rows: rows.map((children) => new TableRow({ children })) })
const documentOf = (...children: (Paragraph | Table)[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children }] }))
/** A document whose XML is `xml` from its root's start tag on, whatever that claims. */
const withBody = async (body: (root: string) => string): Promise<Buffer> =>
  rewriteZip(await documentOf(new Paragraph('x')), new Date(2023, 7, 1), (name, content) =>
    name === 'word/document.xml' ? body(/<w:document[^>]*>/.exec(content())?.[0] ?? '') : undefined,
  )

describe('the tables of a Word document', () => {
  it('are named by their order, the text around them left out', async () => {
    const content = await documentOf(
      new Paragraph('附件2'),
      table([cell('活动名称'), cell('时间')], [cell('讲座'), cell('9月17日\n上午')], [cell(''), cell('')]),
      new Paragraph('联系人：张三'),
      table([cell('甲')]),
    )
    expect(await tablesOf(content)).toEqual([
      {
        sheet: '表1',
        hidden: false,
        epoch: 1900,
        lines: [
          { row: 1, cells: ['活动名称', '时间'] },
          { row: 2, cells: ['讲座', '9月17日\n上午'] },
        ],
      },
      { sheet: '表2', hidden: false, epoch: 1900, lines: [{ row: 1, cells: ['甲'] }] },
    ])
  })

  it('have merged cells filled in', async () => {
    const { RESTART: restart, CONTINUE: more } = VerticalMergeType
    const content = await documentOf(
      table(
        [cell('标题', { columnSpan: 3 })],
        [cell('序号', { verticalMerge: restart }), cell('联系方式', { columnSpan: 2 })],
        [cell('', { verticalMerge: more }), cell('姓名'), cell('电话')],
        [cell('1'), cell('张三', { verticalMerge: restart }), cell('a')],
        [cell('2'), cell('', { verticalMerge: more }), cell('b')],
      ),
    )
    expect((await tablesOf(content))[0]?.lines.map(({ cells }) => cells)).toEqual([
      ['标题', { text: '标题', from: 'beside' }, { text: '标题', from: 'beside' }],
      ['序号', '联系方式', { text: '联系方式', from: 'beside' }],
      [{ text: '序号', from: 'above' }, '姓名', '电话'],
      ['1', '张三', 'a'],
      ['2', { text: '张三', from: 'above' }, 'b'],
    ])
  })

  it('may be written in several fonts, with tabs and line breaks', async () => {
    const runs = [new TextRun({ text: '科普', bold: true }), new TextRun({ text: '讲座', break: 1 })]
    const content = await documentOf(
      table([new TableCell({ children: [new Paragraph({ children: runs })] }), cell('b')]),
    )
    expect((await tablesOf(content))[0]?.lines[0]?.cells).toEqual(['科普\n讲座', 'b'])
  })

  it('within tables are tables of their own', async () => {
    const inner = table([cell('内'), cell('里')])
    const content = await documentOf(
      table([new TableCell({ children: [new Paragraph('外'), inner, new Paragraph('')] })]),
    )
    expect((await tablesOf(content)).map(({ sheet, lines }) => [sheet, lines[0]?.cells])).toEqual([
      ['表1', ['外']],
      ['表2', ['内', '里']],
    ])
  })

  it('may have rows that begin further to the right', async () => {
    const word = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
    const down = (restart = '') => `<w:vMerge${restart}/>`
    const before = (columns: number) =>
      `<w:trPr><w:gridBefore w:val="${columns}"/><w:wBefore w:w="9"/></w:trPr>`
    const changed =
      '<w:trPr><w:jc w:val="left"/><w:trPrChange><w:trPr><w:gridBefore w:val="3"/></w:trPr></w:trPrChange></w:trPr>'
    const rows = [
      word('序号') + word('名称') + word('时间') + word('地点', down(' w:val="restart"')),
      before(1) + word('讲座') + word('9月17日') + word('', down()),
      before(2) + word('9月18日') + word('', down()),
      changed + word('3') + word('展览') + word('9月19日') + word('和平区'),
      '<w:trPr/>' + word('4'),
    ]
    const content = await withBody(
      (root) =>
        `${root}<w:body><w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl></w:body></w:document>`,
    )
    expect((await tablesOf(content))[0]?.lines.map(({ cells }) => cells)).toEqual([
      ['序号', '名称', '时间', '地点'],
      ['', '讲座', '9月17日', { text: '地点', from: 'above' }],
      ['', '', '9月18日', { text: '地点', from: 'above' }],
      ['3', '展览', '9月19日', '和平区'],
      ['4'],
    ])
  })

  it('may be missing', async () => {
    expect(await readContent(await documentOf(new Paragraph('通知')))).toEqual({ problem: 'no-tables' })
  })
})

describe('a Word document that is made to harm', () => {
  const row = '<w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>'

  it('is not unpacked when it declares more than the limit', async () => {
    const content = await withBody((root) => `${root}${' '.repeat(68_000_000)}</w:document>`)
    expect(content.length).toBeLessThan(1_000_000)
    expect(await readContent(content)).toMatchObject({ problem: 'too-large', limit: 64 * 1024 * 1024 })
  })

  it('may claim to begin a thousand million columns to the right', async () => {
    const far = '<w:trPr><w:gridBefore w:val="999999999"/></w:trPr>'
    const content = await withBody(
      (root) =>
        `${root}<w:body><w:tbl>${row.replace('<w:tc>', `${far}<w:tc>`)}${row}</w:tbl></w:body></w:document>`,
    )
    expect((await tablesOf(content))[0]).toMatchObject({
      cut: true,
      lines: [
        { row: 1, cells: [] },
        { row: 2, cells: ['x'] },
      ],
    })
  })

  it('may claim a cell over a thousand million columns', async () => {
    const wide = '<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc>'
    const content = await withBody(
      (root) => `${root}<w:body><w:tbl><w:tr>${wide}</w:tr>${row}</w:tbl></w:body></w:document>`,
    )
    expect((await tablesOf(content))[0]?.lines).toEqual([{ row: 2, cells: ['x'] }])
  })

  it('is damaged when its tables lie too deep in each other', async () => {
    const deep = 20_000
    const content = await withBody(
      (root) => `${root}<w:body>${'<w:tbl>'.repeat(deep)}${'</w:tbl>'.repeat(deep)}</w:body></w:document>`,
    )
    expect(await readContent(content)).toEqual({ problem: 'damaged' })
  })

  it('has no entities of its own making', async () => {
    const lots = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    const content = await withBody(
      (root) => `${lots}${root}<w:body><w:tbl>${row.replace('x', '&b;')}</w:tbl></w:body></w:document>`,
    )
    expect(await readContent(content)).toEqual({ problem: 'damaged' })
  })
})
