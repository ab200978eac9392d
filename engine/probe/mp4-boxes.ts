import type { ByteSource } from './byte-source.ts'

/** A box of ISO 14496-12: its type, and where its payload begins and ends. `end` is as declared, even beyond the file. */
export interface Box {
  readonly type: string
  readonly start: number
  readonly end: number
}

// An hour in fragments of a second has 7,200; a hostile file could have millions of 8 bytes each.
const MOST_BOXES = 100_000
// Headers are read many at a time where boxes are small.
const WINDOW = 4096

const isName = (type: string) => /^[\x20-\x7e\xa9]{4}$/.test(type)

/**
 * Lists the boxes between two places by reading their headers alone. Stops at whatever is no box, such as padding, and
 * after a box that is declared to end beyond `end`, which is listed still.
 */
export const listBoxes = async (source: ByteSource, start: number, end: number): Promise<readonly Box[]> => {
  const boxes: Box[] = []
  let window: Buffer = Buffer.alloc(0)
  let windowAt = 0
  for (let at = start; at + 8 <= end && boxes.length < MOST_BOXES;) {
    if (at < windowAt || at + 16 > windowAt + window.length) {
      window = await source.read(at, Math.min(WINDOW, end - at))
      windowAt = at
    }
    const header = window.subarray(at - windowAt)
    if (header.length < 8) break
    const type = header.toString('latin1', 4, 8)
    const size32 = header.readUInt32BE(0)
    if (!isName(type) || (size32 === 1 && header.length < 16)) break
    const long = size32 === 1
    // Size 0 means: to the end of the file.
    const size = long ? Number(header.readBigUInt64BE(8)) : size32 === 0 ? end - at : size32
    const headerSize = long ? 16 : 8
    if (size < headerSize) break
    boxes.push({ type, start: at + headerSize, end: at + size })
    at += size
  }
  return boxes
}

/** The first box of that type inside another. */
export const childOf = async (source: ByteSource, parent: Box, type: string): Promise<Box | undefined> =>
  (await listBoxes(source, parent.start, parent.end)).find((box) => box.type === type)

const OUTERMOST = new Set([
  'ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'uuid', 'meta', 'moof', 'mfra', 'sidx', 'styp', 'udta', 'emsg',
]) // prettier-ignore

/**
 * The outermost boxes of a file, and whether one of them is declared to end beyond it. Only boxes of known names
 * count there: players put up with text and other things that programs append.
 */
export const readTopLevel = async (
  source: ByteSource,
): Promise<{ readonly boxes: readonly Box[]; readonly cutShort: boolean }> => {
  const boxes = await listBoxes(source, 0, source.size)
  return { boxes, cutShort: boxes.some(({ type, end }) => end > source.size && OUTERMOST.has(type)) }
}
