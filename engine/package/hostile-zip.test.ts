import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codesOf, filesOf, never, soundPackage } from './made-package.fixture.ts'
import { type RawEntry, rawZip } from './raw-zip.fixture.ts'
import { readArchive } from './read-archive.ts'
import { isUnsafe } from './unsafe-name.ts'

let home: string
let last = 0
beforeAll(async () => void (home = await mkdtemp(path.join(tmpdir(), 'kepuri-hostile-'))))
afterAll(() => rm(home, { recursive: true, force: true }))

const write = async (content: Buffer): Promise<string> => {
  const target = path.join(home, `${(last += 1)}.zip`)
  await writeFile(target, content)
  return target
}
const read = async (content: Buffer) => readArchive(await write(content), never, () => undefined)
const small = (name: string, more: Partial<RawEntry> = {}): RawEntry => ({
  name,
  content: Buffer.from('small'),
  ...more,
})
const good = rawZip([small('a.txt'), small('b.txt')])
const end = good.length - 22
const patched = (change: (zip: Buffer) => void): Buffer => {
  const copy = Buffer.from(good)
  change(copy)
  return copy
}

describe('an archive that cannot be opened is told by its reason alone', () => {
  const zip64 = (offset: bigint) => {
    const locator = Buffer.alloc(20)
    locator.writeUInt32LE(0x07064b50, 0)
    locator.writeBigUInt64LE(offset, 8)
    return Buffer.concat([good.subarray(0, end), locator, good.subarray(end)])
  }
  const huge = Buffer.alloc(20, 0xff)
  huge.writeUInt16LE(1, 0)
  huge.writeUInt16LE(16, 2)
  test.each<[string, Buffer, string]>([
    ['empty', Buffer.alloc(0), 'empty'],
    ['of one byte', Buffer.from('P'), 'not-a-zip'],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0]), 'not-a-zip'],
    ['cut short', good.subarray(0, -30), 'truncated'],
    ['with bytes behind its end', Buffer.concat([good, Buffer.from('more')]), 'damaged'],
    ['with a prefix that its offsets do not know', Buffer.concat([Buffer.from('MZ stub'), good]), 'damaged'],
    ['one of several volumes', patched((zip) => zip.writeUInt16LE(1, end + 4)), 'multi-volume'],
    ['with a zip64 locator that points at nothing', zip64(1n << 60n), 'damaged'],
    ['with a zip64 locator that points at something else', zip64(0n), 'damaged'],
    ['with sizes of 2^64', rawZip([small('a', { claims: 0xffffffff, extra: huge })]), 'damaged'],
    ['with more entries than a package has', rawZip(Array(30_000).fill(small('a'))), 'too-many'],
    [
      'that says it has more entries than it has',
      patched((zip) => zip.writeUInt16LE(9, end + 10)),
      'damaged',
    ],
    ['all strongly encrypted', rawZip([small('a', { flags: 0x41 })]), 'encrypted'],
    ['whose entries are the same bytes', rawZip([small('a'), small('b', { shared: true })]), 'overlapping'],
  ])('%s', async (_, zip, reason) => {
    const target = await write(zip)
    const { files, problems } = await readArchive(target, never, () => undefined)
    expect([files.size, problems.map((one) => [one.code, one.reason])]).toEqual([
      0,
      [['archive-broken', reason]],
    ])
    expect(await codesOf(target)).toEqual(['archive-broken'])
  })
})

test('thousands of entries over the same bytes are refused without reading them', async () => {
  const content = Buffer.alloc(4_000_000, 'x')
  const crc = crc32(content)
  const entries = Array.from({ length: 3000 }, (_, index) => ({
    name: `${index}`,
    content,
    crc,
    shared: index > 0,
  }))
  const { files, problems } = await read(rawZip(entries))
  expect([files.size, problems]).toMatchObject([0, [{ code: 'archive-broken', reason: 'overlapping' }]])
}, 3000)

describe('one bad entry does not hide the others', () => {
  const bomb = { name: 'x', content: Buffer.alloc(64 * 1024 * 1024), deflate: true }
  test.each<[string, RawEntry, object]>([
    ['a name that leaves the folder', small('../x'), { code: 'unsafe-name', item: '../x' }],
    ['the same on Windows', small('a\\..\\..\\x'), { code: 'unsafe-name', item: 'a/../../x' }],
    ['an absolute name', small('/etc/x'), { code: 'unsafe-name' }],
    ['a link', small('x', { attributes: (0o120777 << 16) >>> 0 }), { code: 'unsafe-name' }],
    ['the name of another', small('A.TXT'), { code: 'file-repeated' }],
    ['a password', small('x', { flags: 1 }), { code: 'content-unreadable', reason: 'encrypted' }],
    [
      'an unknown compression',
      small('x', { method: 93 }),
      { code: 'content-unreadable', reason: 'unsupported' },
    ],
    ['noise that says it is compressed', small('x', { method: 8 }), { reason: 'damaged' }],
    ['a bomb', bomb, { code: 'content-unreadable', reason: 'bomb' }],
    ['a bomb that says it is small', { ...bomb, claims: 100 }, { reason: 'damaged' }],
    ['fewer bytes than it says', small('x', { claims: 9 }), { reason: 'damaged' }],
    ['a wrong checksum', small('x', { crc: 1 }), { code: 'checksum-differs' }],
  ])('%s', async (_, entry, problem) => {
    const { files, problems } = await read(rawZip([small('a.txt'), entry, small('b.txt')]))
    expect([...files.keys()]).toEqual(['a.txt', 'b.txt'])
    expect(problems).toMatchObject([problem])
  })
})

test('many small bombs together are not read to their end', async () => {
  const content = Buffer.alloc(1024 * 1024)
  const entries = Array.from({ length: 500 }, (_, index) => ({ name: `${index}`, content, deflate: true }))
  const { files, problems } = await read(rawZip(entries))
  expect(files.size).toBeLessThan(100)
  expect(problems.at(-1)).toMatchObject({ code: 'content-unreadable', reason: 'bomb' })
})
test('an entry that the directory’s end leaves out, and bytes between entries, are noticed', async () => {
  const hidden = patched((zip) => zip.writeUInt16LE(1, end + 10))
  const prefixed = rawZip([small('a.txt')], Buffer.from('MZ stub'))
  const ofHidden = 30 + 'b.txt'.length + 'small'.length + 46 + 'b.txt'.length
  expect((await read(hidden)).problems).toMatchObject([{ actual: { strayBytes: ofHidden } }])
  expect((await read(prefixed)).problems).toMatchObject([{ actual: { strayBytes: 'MZ stub'.length } }])
})
test('an encrypted manifest is said to be encrypted, and not to be missing', async () => {
  const entries = [...filesOf(soundPackage())].map(([name, content]) => ({ name, content, flags: 1 }))
  const codes = await codesOf(await write(rawZip(entries)))
  expect(new Set(codes.map((code) => code.split(' ')[0]))).toEqual(new Set(['content-unreadable']))
})
test('reading can be cancelled', async () => {
  const target = await write(good)
  const reading = readArchive(target, AbortSignal.abort(new Error('cancelled')), () => undefined)
  await expect(reading).rejects.toThrow('cancelled')
})

test.each([
  '', '..', 'a/../b', './a', '/a', 'C:a', 'C:/a', 'a\\b', 'a\0b', 'a\nb', 'a\u001b[2Jb', 'a.', 'a ', 'a./b', 'CON', 'a/nul.txt', 'lpt1 .txt',
  'com1.jpg', 'a.jpg:evil', 'gpj\u202Eexe', 'a//b', 'a?', 'x'.repeat(2000),
])('the name %j is unsafe', (name) => expect(isUnsafe(name)).toBe(true)) // prettier-ignore
test.each([
  'a',
  '图片/沈阳市科协-启动仪式 “一”.jpg',
  '.a',
  'a..b',
  'console.txt',
  '_CON.jpg',
  'manifest-sha256.txt',
])('the name %j is safe', (name) => expect(isUnsafe(name)).toBe(false))
