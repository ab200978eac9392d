import type { HuffmanTable, JpegHeader } from './jpeg-header.ts'
import type { Run } from './long-run.ts'

const END_OF_IMAGE = 0xd9
// Some cameras leave a few stray bytes before the end marker.
const STRAY_BYTES = 16
const LARGEST_DC_SIZE = 11
// A flat area has none, stripes have seven. Zeros written over a photo mostly decode to 63.
const MOST_DETAIL_IN_RUN = 8

/** For each 16 bits ahead: the code's length << 8 | its value; 0 where no code matches. */
const lookupOf = ({ counts, values }: HuffmanTable): Uint16Array => {
  const lookup = new Uint16Array(65_536)
  let code = 0
  let next = 0
  for (let length = 1; length <= 16; length++) {
    for (let n = counts[length - 1] ?? 0; n > 0; n--) {
      const span = 1 << (16 - length)
      lookup.fill((length << 8) | (values[next++] ?? 0), code * span, (code + 1) * span)
      code++
    }
    code <<= 1
  }
  return lookup
}

/** Reads bits of entropy-coded data, undoing byte stuffing; stands still at a marker and hands out zeros there. */
class Bits {
  at: number
  private readonly bytes: Buffer
  private held = 0
  private count = 0
  /** Bits handed out that are not in the file. */
  private invented = 0

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes
    this.at = at
  }

  get exhausted(): boolean {
    return this.invented > this.count
  }

  /** The marker stood at, if any. */
  get marker(): number | undefined {
    const next = this.bytes[this.at + 1]
    return this.bytes[this.at] === 0xff && next !== 0 && next !== 0xff ? next : undefined
  }

  private fill(): void {
    while (this.count <= 16) {
      const byte = this.bytes[this.at]
      if (byte === undefined || (byte === 0xff && this.bytes[this.at + 1] !== 0)) {
        this.held <<= 8
        this.invented += 8
      } else {
        this.held = (this.held << 8) | byte
        this.at += byte === 0xff ? 2 : 1
      }
      this.count += 8
    }
  }

  /** The value of the next code, or -1 where the bits are none. */
  decode(lookup: Uint16Array): number {
    if (this.count < 16) this.fill()
    const entry = lookup[(this.held >>> (this.count - 16)) & 0xffff] ?? 0
    if (entry === 0) return -1
    this.count -= entry >> 8
    return entry & 0xff
  }

  skip(bits: number): void {
    if (this.count < bits) this.fill()
    this.count -= bits
  }

  /** Drops what is left of the byte and steps over a restart marker; false where none stands here. */
  restart(): boolean {
    const unread = (this.count - this.invented) >> 3
    while (this.bytes[this.at] === 0xff && this.bytes[this.at + 1] === 0xff) this.at++
    const marker = this.marker
    if (unread > 0 || marker === undefined || marker < 0xd0 || marker > 0xd7) return false
    this.at += 2
    this.count = this.held = this.invented = 0
    return true
  }

  /** Where the first byte lies that was not asked for, not counting byte stuffing. */
  get position(): number {
    return this.at - ((this.count - this.invented) >> 3)
  }
}

/** Steps over a block; how many of its AC coefficients are not zero, or -1 where it is no block. */
const skipBlock = (bits: Bits, dc: Uint16Array, ac: Uint16Array): number => {
  const size = bits.decode(dc)
  if (size < 0 || size > LARGEST_DC_SIZE) return -1
  bits.skip(size)
  let detail = 0
  for (let k = 1; k < 64; k++) {
    const value = bits.decode(ac)
    if (value < 0) return -1
    const length = value & 15
    if (length === 0 && value !== 0xf0) return detail
    k += value >> 4
    if (k > 63) return -1
    if (length > 0) detail++
    bits.skip(length)
  }
  return detail
}

/** What stands between the last block and the end marker: nothing, a few stray bytes, or padding of one value. */
const endsProperly = (bits: Bits, jpeg: Buffer): boolean => {
  const from = bits.position
  const end = jpeg.indexOf(Buffer.from([0xff, END_OF_IMAGE]), bits.at)
  if (end < 0) return false
  const rest = jpeg.subarray(from, end)
  return rest.length <= STRAY_BYTES || rest.subarray(1).every((byte) => byte === rest[1])
}

/**
 * Follows the Huffman codes of a sequential JPEG of 8 bits without making pixels, and tells whether they hold exactly
 * as many blocks as the frame has, and flat ones where the data is a run of equal bytes: true, false, or undefined for
 * a JPEG of another kind. Zeros written over the data always decode to something, so that decoders pass them; they
 * hardly ever decode to the right number of blocks, or to flat ones.
 */
export const entropyIsSound = (
  jpeg: Buffer,
  header: JpegHeader,
  runs: readonly Run[],
): boolean | undefined => {
  const { frame, precision, components, scan, restartInterval } = header
  if ((frame !== 0xc0 && frame !== 0xc1) || precision !== 8 || header.height === 0) return undefined
  if (scan.length !== components.length) return undefined
  const plan: { blocks: number; dc: Uint16Array; ac: Uint16Array }[] = []
  for (const { id, dc, ac } of scan) {
    const component = components.find((candidate) => candidate.id === id)
    const dcTable = header.tables.get(dc)
    const acTable = header.tables.get(16 | ac)
    if (!component || !dcTable || !acTable) return undefined
    const blocks = scan.length === 1 ? 1 : component.horizontal * component.vertical
    plan.push({ blocks, dc: lookupOf(dcTable), ac: lookupOf(acTable) })
  }
  const wide = scan.length === 1 ? 8 : 8 * Math.max(...components.map(({ horizontal }) => horizontal))
  const high = scan.length === 1 ? 8 : 8 * Math.max(...components.map(({ vertical }) => vertical))
  const units = Math.ceil(header.width / wide) * Math.ceil(header.height / high)

  const bits = new Bits(jpeg, header.dataStart)
  let next = 0
  for (let unit = 0; unit < units; unit++) {
    if (restartInterval > 0 && unit > 0 && unit % restartInterval === 0 && !bits.restart()) return false
    for (const { blocks, dc, ac } of plan)
      for (let block = 0; block < blocks; block++) {
        const start = bits.position
        const detail = skipBlock(bits, dc, ac)
        if (detail < 0) return false
        while (start >= (runs[next]?.to ?? Infinity)) next++
        const run = runs[next]
        if (detail > MOST_DETAIL_IN_RUN && run && start > run.from && bits.position < run.to) return false
      }
    if (bits.exhausted) return false
  }
  return endsProperly(bits, jpeg)
}
