import type { Format } from '../../shared/facts.ts'
import type { ByteSource } from './byte-source.ts'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LONGEST_TAIL = 22 + 0xffff
const LONGEST_DIRECTORY = 1 << 20

/** Tells Word and Excel from other zips by the names in the zip's own directory, so that an archive of documents stays one. */
export const sniffZip = async (source: ByteSource): Promise<Format> => {
  const tailStart = Math.max(0, source.size - LONGEST_TAIL)
  const tail = await source.read(tailStart, LONGEST_TAIL)
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > tail.length || tail.readUInt32LE(end) !== END_OF_DIRECTORY) return 'zip'
  const length = Math.min(tail.readUInt32LE(end + 12), LONGEST_DIRECTORY)
  const directory = await source.read(tail.readUInt32LE(end + 16), length)
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY;) {
    const nameLength = directory.readUInt16LE(at + 28)
    const name = directory.toString('latin1', at + 46, at + 46 + nameLength)
    if (name.startsWith('word/')) return 'word'
    if (name.startsWith('xl/')) return 'excel'
    if (name.startsWith('ppt/')) return 'unknown'
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return 'zip'
}

const utf16 = (name: string) => Buffer.from(`${name}\0`, 'utf16le')

/** Tells .doc/.wps and .xls/.et from other compound files by the streams in their root directory ([MS-CFB] 2.6). */
export const sniffCompoundFile = async (source: ByteSource): Promise<Format> => {
  const header = await source.read(0, 512)
  if (header.length < 512) return 'unknown'
  const sector = 2 ** Math.min(header.readUInt16LE(30), 12)
  const directory = await source.read((header.readUInt32LE(48) + 1) * sector, 4096)
  if (directory.includes(utf16('WordDocument'))) return 'word'
  if (directory.includes(utf16('Workbook')) || directory.includes(utf16('Book'))) return 'excel'
  return 'unknown'
}
