import { readFile } from 'node:fs/promises'
import { CFB } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { bookWithSheet } from './sheet.fixture.ts'
import { cellsOf, readContent, tablesOf, withXml, workbookOf } from './tables.fixture.ts'

const mib = 1024 * 1024
const book = workbookOf([['活动名称'], ['讲座']])
const oldBook = workbookOf([['活动名称'], ['讲座']], undefined, 'biff8')

/** A compound file ([MS-CFB]) of these streams. */
function compound(streams: Readonly<Record<string, Buffer>>): Buffer {
  const { utils, write } = CFB as {
    utils: {
      cfb_new(): object
      cfb_add(container: object, path: string, content: Buffer): void
    }
    write(container: object, options: { fileType: 'cfb'; type: 'buffer' }): Buffer
  }
  const container = utils.cfb_new()
  for (const [name, content] of Object.entries(streams)) utils.cfb_add(container, `/${name}`, content)
  return write(container, { fileType: 'cfb', type: 'buffer' })
}

/** An old workbook with a FilePass record behind its first, as those with a password have one. */
function locked(): Buffer {
  const stream = Buffer.from(CFB.find(CFB.read(oldBook, { type: 'buffer' }), '/Workbook')?.content ?? [])
  const first = 4 + stream.readUInt16LE(2)
  const pass = Buffer.from([0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4])
  return compound({ Workbook: Buffer.concat([stream.subarray(0, first), pass, stream.subarray(first)]) })
}

describe('what a file is', () => {
  it.each([
    ['an .xlsx', book],
    ['an .xls or .et', oldBook],
  ])('is told by its content: %s', async (_, content) => {
    expect(await cellsOf(content)).toEqual([['活动名称'], ['讲座']])
  })

  it.each([
    ['a workbook with a password', compound({ EncryptionInfo: Buffer.alloc(100), EncryptedPackage: book })],
    ['an old workbook with a password', locked()],
  ])('may be known only to who has the password: %s', async (_, content) => {
    expect(await readContent(content)).toEqual({ problem: 'encrypted' })
  })

  it.each([
    ['.doc and .wps', compound({ WordDocument: Buffer.alloc(5000) })],
    ['RTF', Buffer.from('{\\rtf1\\ansi text}')],
  ])('may be a document of another time: %s', async (_, content) => {
    expect(await readContent(content)).toEqual({ problem: 'old-word' })
  })

  it.each([
    ['pdf', Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj\n')],
    ['jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1])],
    ['unknown', compound({ PowerPoint: Buffer.alloc(5000) })],
    ['unknown', Buffer.from([1, 2, 3, 0, 0, 0])],
    ['zip', Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)])],
  ])('may be nothing with tables: %s', async (format, content) => {
    expect(await readContent(content)).toEqual({ problem: 'not-a-table-file', format })
  })

  it.each([
    ['a workbook cut short', book.subarray(0, 3000)],
    ['an old workbook cut short', oldBook.subarray(0, 1500)],
    ['the head of an old Office file', oldBook.subarray(0, 600)],
    ['a workbook without its sheet', withXml(book, 'xl/workbook.xml', () => '<<<')],
  ])('may be lost: %s', async (_, content) => {
    expect(await readContent(content)).toMatchObject({ problem: 'damaged' })
  })

  it('may be nothing at all', async () => {
    expect(await readContent(Buffer.alloc(0))).toEqual({ problem: 'no-tables' })
  })
})

describe('a workbook that is made to harm', () => {
  const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`
  const text = '<c t="inlineStr"><is><t>x</t></is></c>'
  const two = row(1, text) + row(3, `<c r="C3" t="inlineStr"><is><t>y</t></is></c>`)
  const sheet = (rows: string, before = '', after = '') =>
    bookWithSheet(`${before}<sheetData>${rows}</sheetData>${after}`)

  it('may merge all cells that a sheet can have', async () => {
    const content = sheet(two, '', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    const [table] = await tablesOf(content)
    expect(table?.lines.map(({ row: number, cells }) => [number, cells.length])).toEqual([[1, 100]])
  })

  it('may claim a million rows, columns without number and cells far out', async () => {
    const far =
      row(1_048_576, '<c r="XFD1048576"><v>1</v></c>') + row(99_999_999, '<c r="ZZZZZZ99999999"><v>1</v></c>')
    const before = '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="4000000000" width="9"/></cols>'
    // Of the two far out there is nothing to show; the second lies in no sheet at all.
    expect(await tablesOf(sheet(two + far, before))).toMatchObject([
      { cut: true, lines: [{ cells: ['x'] }, { cells: ['', '', 'y'] }, { row: 1_048_576, cells: [] }] },
    ])
  })

  it('is damaged when it merges the same cells again and again', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => row(index + 1, text)).join('')
    const merges = '<mergeCell ref="A1:CV1000"/>'.repeat(20_000)
    expect(await readContent(sheet(rows, '', `<mergeCells>${merges}</mergeCells>`))).toEqual({
      problem: 'damaged',
    })
  })

  it('is too large when it repeats a long text in every cell', async () => {
    const numbers = Array.from({ length: 20 }, (_, index) => index + 1)
    const rows = numbers.map((number) => row(number, text.replace('x', '科'.repeat(32_000))))
    const merges = numbers.map((number) => `<mergeCell ref="A${number}:CV${number}"/>`)
    const content = sheet(rows.join(''), '', `<mergeCells>${merges.join('')}</mergeCells>`)
    expect(await readContent(content)).toMatchObject({ problem: 'too-large', limit: 64 * mib })
  })

  it('of more rows than any list has is refused by their number', async () => {
    const rows = Array.from({ length: 20_001 }, (_, index) => row(index + 1, text)).join('')
    expect(await readContent(sheet(rows))).toEqual({ problem: 'too-many-rows', rows: 20_001, limit: 20_000 })
  })

  it('has no entities of its own making', async () => {
    const lots = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    expect(await cellsOf(sheet(row(1, text.replace('x', '&b;')), lots))).toEqual([['&b;']])
  })

  it('is not unpacked when it declares more than the limit', async () => {
    const content = withXml(book, 'xl/worksheets/sheet1.xml', (xml) => xml + ' '.repeat(65 * mib))
    expect(content.length).toBeLessThan(mib)
    expect(await readContent(content)).toMatchObject({ problem: 'too-large', limit: 64 * mib })
  })
})

it('a form of ours is read as any other table', async () => {
  const form = await readFile(new URL('../fixtures/tables/form-openpyxl.xlsx', import.meta.url))
  const [table] = await tablesOf(form)
  expect(table?.lines.find(({ cells }) => cells[0] === '原文件名')?.row).toBeGreaterThan(1)
})
