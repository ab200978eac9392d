/** A Huffman table as it stands in the file: how many codes of each length 1–16, and their values. */
export interface HuffmanTable {
  readonly counts: Uint8Array
  readonly values: Uint8Array
}

export interface JpegComponent {
  readonly id: number
  readonly horizontal: number
  readonly vertical: number
}

/** What stands before a JPEG's first scan (ITU-T T.81, annex B). */
export interface JpegHeader {
  /** The frame's marker: 0xC0 and 0xC1 are sequential Huffman, 0xC2 progressive. */
  readonly frame: number
  readonly precision: number
  readonly width: number
  readonly height: number
  readonly components: readonly JpegComponent[]
  /** By `class << 4 | id`; class 0 is DC, 1 is AC. */
  readonly tables: ReadonlyMap<number, HuffmanTable>
  /** MCUs between restart markers; 0 for none. */
  readonly restartInterval: number
  readonly scan: readonly { readonly id: number; readonly dc: number; readonly ac: number }[]
  /** Where the first scan's entropy-coded data begins. */
  readonly dataStart: number
}

const readTables = (segment: Buffer, into: Map<number, HuffmanTable>): void => {
  for (let at = 0; at + 17 <= segment.length;) {
    const counts = segment.subarray(at + 1, at + 17)
    const length = counts.reduce((sum, count) => sum + count, 0)
    into.set(segment[at] ?? 0, { counts, values: segment.subarray(at + 17, at + 17 + length) })
    at += 17 + length
  }
}

const readFrame = (frame: number, segment: Buffer) => ({
  frame,
  precision: segment.readUInt8(0),
  height: segment.readUInt16BE(1),
  width: segment.readUInt16BE(3),
  components: Array.from({ length: segment.readUInt8(5) }, (_, c) => ({
    id: segment.readUInt8(6 + c * 3),
    horizontal: segment.readUInt8(7 + c * 3) >> 4,
    vertical: segment.readUInt8(7 + c * 3) & 15,
  })),
})

const readScan = (segment: Buffer) =>
  Array.from({ length: segment.readUInt8(0) }, (_, c) => ({
    id: segment.readUInt8(1 + c * 2),
    dc: segment.readUInt8(2 + c * 2) >> 4,
    ac: segment.readUInt8(2 + c * 2) & 15,
  }))

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const parse = (jpeg: Buffer): JpegHeader | undefined => {
  const tables = new Map<number, HuffmanTable>()
  let frame: ReturnType<typeof readFrame> | undefined
  let restartInterval = 0
  for (let at = 2; jpeg.readUInt8(at) === 0xff;) {
    const marker = jpeg.readUInt8(at + 1)
    // A marker may be preceded by any number of fill bytes.
    if (marker === 0xff) {
      at++
      continue
    }
    const length = jpeg.readUInt16BE(at + 2)
    const segment = jpeg.subarray(at + 4, at + 2 + length)
    if (isFrame(marker)) frame = readFrame(marker, segment)
    else if (marker === 0xc4) readTables(segment, tables)
    else if (marker === 0xdd) restartInterval = segment.readUInt16BE(0)
    else if (marker === 0xda)
      return (
        frame && { ...frame, tables, restartInterval, scan: readScan(segment), dataStart: at + 2 + length }
      )
    at += 2 + length
  }
  return undefined
}

/** Reads the segments up to the first scan; undefined where they are not as they should be. */
export const readJpegHeader = (jpeg: Buffer): JpegHeader | undefined => {
  try {
    return parse(jpeg)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
