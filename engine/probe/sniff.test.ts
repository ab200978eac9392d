import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { bufferSource } from './byte-source.ts'
import { sniff } from './sniff.ts'

const formatOf = async (content: Buffer) => {
  const { kind, format } = await sniff(bufferSource(content))
  return `${kind} ${format}`
}
const ftyp = (major: string, ...compatible: string[]) => {
  const brands = Buffer.from([major, '\0\0\0\0', ...compatible].join(''), 'latin1')
  const size = Buffer.alloc(4)
  size.writeUInt32BE(8 + brands.length)
  return Buffer.concat([size, Buffer.from('ftyp'), brands, Buffer.alloc(64)])
}

/** A stored zip of empty files. */
const zip = (...names: string[]) => {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const name of names) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    locals.push(local, Buffer.from(name))
    entries.push(entry, Buffer.from(name))
    at += 30 + name.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}

const compound = (...streams: string[]) => {
  const header = Buffer.alloc(512)
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  header.writeUInt16LE(9, 30)
  header.writeUInt32LE(1, 48)
  const entries = streams.map((name) =>
    Buffer.concat([Buffer.from(name, 'utf16le'), Buffer.alloc(128)]).subarray(0, 128),
  )
  return Buffer.concat([header, Buffer.alloc(512), ...entries])
}

describe('the brand of an ISO file', () => {
  it.each([
    ['isom', [], 'video mp4'],
    ['mp42', ['qt  '], 'video mp4'],
    ['M4V ', [], 'video mp4'],
    ['MSNV', [], 'video mp4'],
    ['qt  ', ['isom'], 'video mov'],
    ['3gp5', [], 'video 3gp'],
    ['M4A ', [], 'other unknown'],
    ['heic', ['mif1'], 'image heic'],
    ['mif1', ['mif1', 'heic'], 'image heic'],
    ['mif1', ['mif1', 'avif'], 'image avif'],
    ['avif', ['mif1'], 'image avif'],
    ['crx ', [], 'image unknown'],
  ])('%s %j makes it %s', async (major, compatible, expected) => {
    expect(await formatOf(ftyp(major, ...compatible))).toBe(expected)
  })

  it('may be missing from old QuickTime files', async () => {
    expect(await formatOf(Buffer.from('\0\0\0\x08wide\0\0\0\x10mdat'))).toBe('video mov')
  })
})

describe('office files and archives', () => {
  it('are told apart by their own directory', async () => {
    expect(await formatOf(zip('[Content_Types].xml', 'word/document.xml'))).toBe('other word')
    expect(await formatOf(zip('docProps/app.xml', 'xl/workbook.xml'))).toBe('other excel')
    expect(await formatOf(zip('ppt/presentation.xml'))).toBe('other unknown')
    expect(await formatOf(zip('1.jpg', 'word.docx'))).toBe('other zip')
    expect(await formatOf(zip())).toBe('other zip')
    expect(await formatOf(zip('word/document.xml').subarray(0, -30))).toBe('other zip')
  })

  it('of before 2007 are told apart by their streams', async () => {
    expect(await formatOf(compound('Root Entry', 'WordDocument'))).toBe('other word')
    expect(await formatOf(compound('Root Entry', 'Workbook'))).toBe('other excel')
    expect(await formatOf(compound('Root Entry', 'PowerPoint Document'))).toBe('other unknown')
  })

  it('of other kinds are named', async () => {
    expect(await formatOf(Buffer.from('Rar!\x1a\x07\x01\0\0\0\0\0\0\0\0\0', 'latin1'))).toBe('other rar')
    expect(await formatOf(Buffer.from("7z\xbc\xaf'\x1c\0\x04\0\0\0\0\0\0", 'latin1'))).toBe('other 7z')
    expect(await formatOf(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'))).toBe('other pdf')
  })
})

describe('text', () => {
  it('is text in UTF-8, GBK and UTF-16', async () => {
    const words = '拍摄者：张三，2023年9月17日于沈阳。\r\n'
    expect(await formatOf(Buffer.from(words))).toBe('other text')
    expect(await formatOf(iconv.encode(words, 'gbk'))).toBe('other text')
    expect(await formatOf(Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(words, 'utf-16le')]))).toBe(
      'other text',
    )
    expect(await formatOf(Buffer.from('BM is short for bitmap, and this is a sentence.'))).toBe('other text')
    expect(await formatOf(Buffer.from('<html><body>登录</body></html>'))).toBe('other text')
  })

  it('longer than the head may be cut within a character', async () => {
    expect(await formatOf(Buffer.from(`a${'科普'.repeat(10_000)}`))).toBe('other text')
    expect(await formatOf(iconv.encode(`a${'科普'.repeat(10_000)}`, 'gbk'))).toBe('other text')
  })

  it('is no random data', async () => {
    expect(
      await formatOf(Buffer.from(Array.from({ length: 2000 }, (_, n) => (n * 7919 + (n >> 3)) & 255))),
    ).toBe('other unknown')
    expect(await formatOf(Buffer.alloc(5000))).toBe('other unknown')
    expect(await formatOf(Buffer.alloc(0))).toBe('other unknown')
  })
})

it('knows shortcuts', async () => {
  const lnk = Buffer.from('4c0000000114020000000000c000000000000046', 'hex')
  expect(await formatOf(Buffer.concat([lnk, Buffer.alloc(60)]))).toBe('other shortcut')
  expect(await formatOf(Buffer.from('[InternetShortcut]\r\nURL=http://example.com/\r\n'))).toBe(
    'other shortcut',
  )
})

it('knows a picture by three bytes and TIFF by four', async () => {
  expect(await formatOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))).toBe('image jpeg')
  expect(await formatOf(Buffer.from('II*\0\xff\xff\xff\0', 'latin1'))).toBe('image tiff')
})
