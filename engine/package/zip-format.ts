/**
 * Bytes of a ZIP archive with stored entries (PKWARE APPNOTE 6.3.10). Sizes and CRC stand in the local header,
 * so that streaming readers need no data descriptor; names are UTF-8 and say so (bit 11); times are local in
 * the DOS fields and UTC in the extended timestamp; zip64 fields stand only where a value does not fit.
 */

/** When an entry was last changed, as both kinds of header fields hold it. */
export interface ZipTime {
  /** Local wall-clock time as DOS counts: from 1980, in steps of two seconds. */
  readonly dosTime: number
  readonly dosDate: number
  /** Seconds since 1970 in UTC; undefined where 32 bits cannot hold them. */
  readonly seconds: number | undefined
}

/** What the headers say of an entry. */
export interface ZipEntry {
  /** Path with `/`. */
  readonly name: string
  readonly size: number
  readonly crc: number
  readonly time: ZipTime
}
export interface PlacedEntry extends ZipEntry {
  /** Where its local header starts. */
  readonly offset: number
}

/** Id of Info-ZIP's extended timestamp among the extra fields. */
export const timeExtraId = 0x5455

const utf8 = 0x0800
const full32 = 0xffffffff
const full16 = 0xffff
/** Made by Unix, so that the permissions in the external attributes count. */
const madeBy = (3 << 8) | 45
const plainFile = (0o100644 << 16) >>> 0

/** The local header; its length depends only on name and size, so that it can be written again once the CRC is known. */
export function localHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name, 'utf8')
  const large = entry.size >= full32
  const extra = Buffer.concat([
    large ? zip64Extra([entry.size, entry.size]) : Buffer.alloc(0),
    timeExtra(entry.time),
  ])
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(large ? 45 : 20, 4)
  common(header, 6, entry, large)
  header.writeUInt16LE(name.length, 26)
  header.writeUInt16LE(extra.length, 28)
  return Buffer.concat([header, name, extra])
}

/** The entry's record in the central directory. */
export function centralHeader(entry: PlacedEntry): Buffer {
  const name = Buffer.from(entry.name, 'utf8')
  const large = entry.size >= full32
  const far = entry.offset >= full32
  const wide = [...(large ? [entry.size, entry.size] : []), ...(far ? [entry.offset] : [])]
  const extra = Buffer.concat([wide.length > 0 ? zip64Extra(wide) : Buffer.alloc(0), timeExtra(entry.time)])
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(madeBy, 4)
  header.writeUInt16LE(wide.length > 0 ? 45 : 20, 6)
  common(header, 8, entry, large)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(extra.length, 30)
  header.writeUInt32LE(plainFile, 38)
  header.writeUInt32LE(far ? full32 : entry.offset, 42)
  return Buffer.concat([header, name, extra])
}

/** The end of the archive; with zip64's record and locator where a figure needs them. */
export function endOfArchive(directory: {
  readonly entries: number
  readonly bytes: number
  readonly offset: number
}): Buffer {
  const { entries, bytes, offset } = directory
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(entries, full16), 8)
  end.writeUInt16LE(Math.min(entries, full16), 10)
  end.writeUInt32LE(Math.min(bytes, full32), 12)
  end.writeUInt32LE(Math.min(offset, full32), 16)
  if (entries < full16 && bytes < full32 && offset < full32) return end

  const wide = Buffer.alloc(56)
  wide.writeUInt32LE(0x06064b50, 0)
  wide.writeBigUInt64LE(44n, 4)
  wide.writeUInt16LE(madeBy, 12)
  wide.writeUInt16LE(45, 14)
  wide.writeBigUInt64LE(BigInt(entries), 24)
  wide.writeBigUInt64LE(BigInt(entries), 32)
  wide.writeBigUInt64LE(BigInt(bytes), 40)
  wide.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(offset + bytes), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([wide, locator, end])
}

/** The twenty bytes that both headers share: flags, method (stored), time, date, CRC, sizes. */
function common(header: Buffer, at: number, entry: ZipEntry, large: boolean): void {
  header.writeUInt16LE(utf8, at)
  header.writeUInt16LE(0, at + 2)
  header.writeUInt16LE(entry.time.dosTime, at + 4)
  header.writeUInt16LE(entry.time.dosDate, at + 6)
  header.writeUInt32LE(entry.crc >>> 0, at + 8)
  header.writeUInt32LE(large ? full32 : entry.size, at + 12)
  header.writeUInt32LE(large ? full32 : entry.size, at + 16)
}

/** A moment as the headers hold it, in this machine's time zone. */
export function zipTime(when: Date): ZipTime {
  const year = Math.min(Math.max(when.getFullYear(), 1980), 2107)
  const seconds = Math.floor(when.getTime() / 1000)
  const fits = year === when.getFullYear()
  return {
    dosTime: fits ? (when.getHours() << 11) | (when.getMinutes() << 5) | (when.getSeconds() >> 1) : 0,
    dosDate: ((year - 1980) << 9) | (fits ? ((when.getMonth() + 1) << 5) | when.getDate() : (1 << 5) | 1),
    seconds: seconds >= -0x80000000 && seconds <= 0x7fffffff ? seconds : undefined,
  }
}

/** Info-ZIP's extended timestamp with the time of change. */
function timeExtra({ seconds }: ZipTime): Buffer {
  if (seconds === undefined) return Buffer.alloc(0)
  const extra = Buffer.alloc(9)
  extra.writeUInt16LE(timeExtraId, 0)
  extra.writeUInt16LE(5, 2)
  extra.writeUInt8(1, 4)
  extra.writeInt32LE(seconds, 5)
  return extra
}

function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8)
  extra.writeUInt16LE(0x0001, 0)
  extra.writeUInt16LE(values.length * 8, 2)
  values.forEach((value, index) => extra.writeBigUInt64LE(BigInt(value), 4 + index * 8))
  return extra
}
