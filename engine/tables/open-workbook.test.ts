import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openWorkbook } from './open-workbook.ts'
import { bookOf, bookWithSheet, edited, goodRow, header, problemsOf, readBook } from './sheet.fixture.ts'

const refusal = async (content: Buffer) => {
  const opened = await openWorkbook(content)
  return opened.ok ? undefined : opened.problem
}
const mib = 1024 * 1024

describe('a file that is no workbook', () => {
  const cases: readonly (readonly [string, Buffer])[] = [
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('原文件名,题目\na.jpg,题')],
    ['a web page called .xls', Buffer.from('<html><table><tr><td>原文件名</td></tr></table></html>')],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0])],
    ['a zip of something else', zipOf([{ name: 'word/document.xml', content: Buffer.from('<w/>') }])],
    ['the beginning of a workbook', bookOf([header]).subarray(0, 2000)],
    [
      'the head of an old Office file',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(4096)]),
    ],
    ['a workbook without sheets', bookWithoutSheets()],
  ]
  it.each(cases)('is refused: %s', async (_, content) => {
    expect(await refusal(content)).toEqual({ problem: 'not-a-workbook' })
  })
})

describe('a file that is made to harm', () => {
  it('is refused by its size alone', async () => {
    const content = Buffer.alloc(20 * mib + 1)
    expect(await refusal(content)).toEqual({ problem: 'too-large', bytes: content.length, limit: 20 * mib })
  })

  it('is not unpacked when it declares more than the limit', async () => {
    const bomb = zipOf([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(65 * mib, ' ') }])
    expect(bomb.length).toBeLessThan(mib)
    expect(await refusal(bomb)).toEqual({ problem: 'too-large', bytes: 65 * mib, limit: 64 * mib })
  })

  it('is not unpacked further than it declares', async () => {
    const bomb = zipOf([
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(120 * mib, ' '), declared: 1000 },
    ])
    const before = process.memoryUsage().rss
    expect(await refusal(bomb)).toEqual({ problem: 'not-a-workbook' })
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * mib)
  })

  it('may hold large pictures, which are not read', async () => {
    const parts = [{ name: 'xl/media/image1.png', content: Buffer.alloc(80 * mib) }]
    expect(await refusal(zipOf(parts))).toEqual({ problem: 'not-a-workbook' })
  })

  it.each([
    ['one text', `<is><t>${'科'.repeat(mib)}</t></is>`],
    ['entities', `<is><t>${'&amp;'.repeat(600_000)}</t></is>`],
    ['rich text', `<is>${'<r><t>科</t></r>'.repeat(190_000)}</is>`],
  ])('may hold a cell of 3 MB (%s): it is named, and soon', async (_, cell) => {
    const heads = header.map((label) => `<c t="inlineStr"><is><t>${label}</t></is></c>`).join('')
    const content = bookWithSheet(
      `<sheetData><row r="1">${heads}</row><row r="2"><c t="inlineStr"><is><t>a.jpg</t></is></c>` +
        `<c r="D2" t="inlineStr">${cell}</c></row></sheetData>`,
    )
    expect(await problemsOf(content)).toMatchObject([{ problem: 'cell-too-long', cell: 'D2', limit: 32_767 }])
  })

  it('may claim a million rows and cells far out', async () => {
    const far =
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="99999999"><c r="ZZZZZZ99999999"><v>1</v></c></row>'
    const sheet = `<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>${far}</sheetData>`
    expect(await problemsOf(bookWithSheet(sheet))).toMatchObject([{ problem: 'no-header' }])
  })
})

describe('an old workbook', () => {
  it('is read with its dates, also in the formats that only Chinese Excel has', async () => {
    const content = edited(
      bookOf([header, goodRow('a.jpg')]),
      (sheet) => {
        sheet['F2'] = { t: 'n', v: 45_047, z: 'mmm-yy' }
      },
      'biff8',
    )
    const style = content.indexOf(Buffer.from([0xe0, 0x00, 0x14, 0x00, 0x00, 0x00, 17, 0x00]))
    const chinese = Buffer.from(content)
    chinese.writeUInt16LE(57, style + 6)
    const read = async (book: Buffer) => (await readBook(book, ['a.jpg'])).rows[0]?.fields['takenAt']
    expect(await read(content)).toBe('2023-05')
    expect(await read(chinese)).toBe('2023-05-01')
  })
})

interface ZipPart {
  readonly name: string
  readonly content: Buffer
  /** The size that the headers claim. */
  readonly declared?: number
}

function zipOf(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, declared } of parts) {
    const data = deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(declared ?? content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, tail, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(
    directory.reduce((all, one) => all + one.length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, end])
}

function bookWithoutSheets(): Buffer {
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ' +
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
  return zipOf([
    { name: '[Content_Types].xml', content: Buffer.from(types) },
    { name: 'xl/workbook.xml', content: Buffer.from('<workbook><sheets></sheets></workbook>') },
  ])
}
