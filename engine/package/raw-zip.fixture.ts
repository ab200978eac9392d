import { crc32, deflateRawSync } from 'node:zlib'

/** An entry as some other program, or someone with bad intentions, would write it. */
export interface RawEntry {
  readonly name: string | Buffer
  readonly content: Buffer
  readonly flags?: number
  readonly deflate?: boolean
  readonly method?: number
  /** The size that the headers claim. */
  readonly claims?: number
  readonly crc?: number
  readonly attributes?: number
  /** Points at the first entry's bytes instead of its own. */
  readonly shared?: boolean
  readonly extra?: Buffer
}

/** An archive without time fields, like those of 7-Zip and Python. */
export function rawZip(entries: readonly RawEntry[], prefix = Buffer.alloc(0)): Buffer {
  const locals: Buffer[] = [prefix]
  const directory: Buffer[] = []
  let offset = prefix.length
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const data = entry.deflate ? deflateRawSync(entry.content) : entry.content
    const extra = entry.extra ?? Buffer.alloc(0)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(entry.flags ?? 0, 2)
    common.writeUInt16LE(entry.method ?? (entry.deflate ? 8 : 0), 4)
    common.writeUInt16LE(0x5000, 6)
    common.writeUInt16LE(0x5714, 8)
    common.writeUInt32LE(entry.crc ?? crc32(entry.content), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(entry.claims ?? entry.content.length, 18)
    common.writeUInt16LE(name.length, 22)
    common.writeUInt16LE(extra.length, 24)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(entry.attributes ?? 0, 6)
    rest.writeUInt32LE(entry.shared ? prefix.length : offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x3f\x00', 'latin1'), common, rest, name, extra)
    if (entry.shared) continue
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, extra, data)
    offset += 30 + name.length + extra.length + data.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length & 0xffff, 8)
  end.writeUInt16LE(entries.length & 0xffff, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

/** Info-ZIP's field with the name in UTF-8. */
export function unicodePath(name: Buffer, utf8: string): Buffer {
  const text = Buffer.from(utf8)
  const field = Buffer.alloc(9)
  field.writeUInt16LE(0x7075, 0)
  field.writeUInt16LE(5 + text.length, 2)
  field.writeUInt8(1, 4)
  field.writeUInt32LE(crc32(name), 5)
  return Buffer.concat([field, text])
}
