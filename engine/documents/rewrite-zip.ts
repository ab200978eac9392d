import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** Takes part of an Office file and returns what shall stand there instead; undefined leaves it. */
export type EditPart = (name: string, content: () => string) => string | undefined

interface Part {
  readonly name: Buffer
  readonly method: number
  readonly crc: number
  readonly size: number
  readonly data: Buffer
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50
const deflated = 8
const utf8Names = 0x0800

/**
 * Writes an Office file that a library has just made once more: every entry with the same time, so that the same content
 * gives the same bytes, and parts changed where the library falls short. Times are local, in steps of two seconds
 * (PKWARE APPNOTE 4.4.6). Only for such small archives: no zip64, no encryption.
 */
export function rewriteZip(zip: Buffer, at: Date, edit: EditPart = () => undefined): Buffer {
  const stamp = dosTime(at)
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  const parts = readParts(zip).map((part) => edited(part, edit))
  for (const part of parts) {
    const common = commonFields(part, stamp)
    chunks.push(fields([localEntry, 4]), common, part.name, part.data)
    directory.push(
      fields([directoryEntry, 4], [20, 2]),
      common,
      fields([0, 6], [0, 4], [offset, 4]),
      part.name,
    )
    offset += 30 + part.name.length + part.data.length
  }
  const length = directory.reduce((all, one) => all + one.length, 0)
  const end = fields(
    [endOfDirectory, 4],
    [0, 4],
    [parts.length, 2],
    [parts.length, 2],
    [length, 4],
    [offset, 4],
    [0, 2],
  )
  return Buffer.concat([...chunks, ...directory, end])
}

function readParts(zip: Buffer): Part[] {
  const end = zip.lastIndexOf(fields([endOfDirectory, 4]))
  if (end < 0) throw new Error('not a zip')
  let entry = zip.readUInt32LE(end + 16)
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    if (zip.readUInt32LE(entry) !== directoryEntry) throw new Error('damaged zip directory')
    const local = zip.readUInt32LE(entry + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const nameLength = zip.readUInt16LE(entry + 28)
    const part = {
      name: zip.subarray(entry + 46, entry + 46 + nameLength),
      method: zip.readUInt16LE(entry + 10),
      crc: zip.readUInt32LE(entry + 16),
      size: zip.readUInt32LE(entry + 24),
      data: zip.subarray(start, start + zip.readUInt32LE(entry + 20)),
    }
    entry += 46 + nameLength + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32)
    return part
  })
}

function edited(part: Part, edit: EditPart): Part {
  const before = () => (part.method === deflated ? inflateRawSync(part.data) : part.data).toString('utf8')
  const after = edit(part.name.toString('utf8'), before)
  if (after === undefined) return part
  const content = Buffer.from(after)
  return {
    name: part.name,
    method: deflated,
    crc: crc32(content),
    size: content.length,
    data: deflateRawSync(content),
  }
}

/** What local header and directory share: from the version needed to the length of the extra field. */
function commonFields({ method, crc, data, size, name }: Part, stamp: number): Buffer {
  return fields(
    [20, 2],
    [utf8Names, 2],
    [method, 2],
    [stamp, 4],
    [crc, 4],
    [data.length, 4],
    [size, 4],
    [name.length, 2],
    [0, 2],
  )
}

/** Little-endian numbers, each with its length in bytes. */
function fields(...values: readonly (readonly [value: number, bytes: number])[]): Buffer {
  const buffer = Buffer.alloc(values.reduce((all, [, bytes]) => all + bytes, 0))
  values.reduce((at, [value, bytes]) => buffer.writeUIntLE(value, at, bytes), 0)
  return buffer
}

/** Time in the low half, date in the high half; years outside 1980–2107 are moved to the nearest. */
function dosTime(at: Date): number {
  const time = (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1)
  const year = Math.min(Math.max(at.getFullYear() - 1980, 0), 127)
  const date = (year << 9) | ((at.getMonth() + 1) << 5) | at.getDate()
  return ((date << 16) | time) >>> 0
}
