import { expect, test } from 'vitest'
import { type PartSource, zipBytes } from './part-layout.ts'
import { centralHeader, endOfArchive, localHeader, zipTime } from './zip-format.ts'

const when = new Date(2023, 4, 20, 10, 32, 16)
const time = zipTime(when)
const GiB4 = 4 * 1024 ** 3
const name = '大.mp4'
const entry = (size: number, offset = 0) => ({ name, size, crc: 0x12345678, time, offset })
const nameLength = Buffer.byteLength(name)

test.each([0, 1, GiB4 - 2])(
  'a file of %i bytes needs no zip64: its sizes stand in the header itself',
  (size) => {
    const header = localHeader(entry(size))
    expect([header.readUInt16LE(4), header.readUInt32LE(18), header.readUInt32LE(22)]).toEqual([
      20,
      size,
      size,
    ])
    expect(header.length).toBe(30 + nameLength + 9)
    expect(centralHeader(entry(size)).length).toBe(46 + nameLength + 9)
  },
)
// Sizes of 0xFFFFFFFF mean “see zip64”, so that 4 GiB − 1 cannot stand there for itself.
test.each([GiB4 - 1, GiB4, GiB4 + 1])(
  'a file of %i bytes has its sizes in zip64, in both headers',
  (size) => {
    const header = localHeader(entry(size))
    const extra = header.subarray(30 + nameLength)
    expect([header.readUInt16LE(4), header.readUInt32LE(18), header.readUInt32LE(22)]).toEqual([
      45, 0xffffffff, 0xffffffff,
    ])
    expect([
      extra.readUInt16LE(0),
      extra.readUInt16LE(2),
      extra.readBigUInt64LE(4),
      extra.readBigUInt64LE(12),
    ]).toEqual([1, 16, BigInt(size), BigInt(size)])
    const central = centralHeader(entry(size)).subarray(46 + nameLength)
    expect([central.readUInt16LE(2), central.readBigUInt64LE(4), central.readBigUInt64LE(12)]).toEqual([
      16,
      BigInt(size),
      BigInt(size),
    ])
  },
)
test.each([
  [GiB4 - 2, 0],
  [GiB4 - 1, 12],
  [GiB4, 12],
])('a file that begins at %i takes %i bytes of zip64 in the directory only', (offset, wide) => {
  expect(centralHeader(entry(5, offset)).length).toBe(46 + nameLength + 9 + wide)
  expect(localHeader(entry(5, offset)).length).toBe(30 + nameLength + 9)
})
test.each([
  [{ entries: 65_534, bytes: 1, offset: 1 }, 22],
  [{ entries: 65_535, bytes: 1, offset: 1 }, 98],
  [{ entries: 1, bytes: 1, offset: GiB4 - 2 }, 22],
  [{ entries: 1, bytes: 1, offset: GiB4 - 1 }, 98],
])('the end of %o takes %i bytes', (directory, length) => {
  expect(endOfArchive(directory).length).toBe(length)
})

test('the size of an archive is known before it is written, also where it needs zip64', () => {
  const source = (size: number): PartSource => ({ name, path: '/', size, crc32: 0, modified: when })
  const header = 30 + nameLength + 9
  const record = 46 + nameLength + 9
  expect(zipBytes([])).toBe(22)
  expect(zipBytes([source(10), source(0)])).toBe(2 * (header + record) + 10 + 22)
  // Two sizes in both headers of the first, the place of the second, the record and the locator at the end.
  expect(zipBytes([source(GiB4), source(0)])).toBe(2 * (header + record) + GiB4 + 20 + 20 + 12 + 98)
})
