import type { ByteSource } from './byte-source.ts'
import { type Box, childOf, listBoxes } from './mp4-boxes.ts'

// Tables of a two-hour film have some 100 kB. More than this is not looked at.
const LONGEST_TABLE = 16 * 1024 * 1024

/** Where a track's media lies in the file, by its sample table (ISO 14496-12, 8.5–8.7). */
export interface TrackSamples {
  /** Handler type: `vide`, `soun`, … */
  readonly handler: string
  /** Sample entry: `avc1`, `hvc1`, `mp4a`, … */
  readonly codec: string
  /** Where its chunks begin, in the table's order. */
  readonly chunks: readonly number[]
  /** Where the furthest sample ends; 0 for a track without samples, as in fragmented files. */
  readonly end: number
}

/** The big-endian fields of a table box, by index, after its version and flags. */
interface Table {
  readonly bytes: Buffer
  readonly field: (index: number) => number
}

const readTable = async (source: ByteSource, box: Box | undefined): Promise<Table | undefined> => {
  if (!box || box.end - box.start > LONGEST_TABLE) return undefined
  const bytes = (await source.read(box.start, box.end - box.start)).subarray(4)
  return {
    bytes,
    field: (index) => (index >= 0 && index * 4 + 4 <= bytes.length ? bytes.readUInt32BE(index * 4) : 0),
  }
}

const chunkOffsets = (table: Table, width: 4 | 8): number[] => {
  const count = Math.min(table.field(0), Math.floor((table.bytes.length - 4) / width))
  return Array.from({ length: Math.max(0, count) }, (_, c) =>
    width === 4 ? table.field(1 + c) : table.field(1 + c * 2) * 2 ** 32 + table.field(2 + c * 2),
  )
}

/** The samples before a chunk, and those in it (`stsc`: runs of chunks with equally many samples). */
const samplesOfChunk = (runs: Table, chunk: number): { before: number; count: number } => {
  let before = 0
  const entries = Math.min(runs.field(0), Math.floor((runs.bytes.length - 4) / 12))
  for (let e = 0; e < entries; e++) {
    const first = runs.field(1 + e * 3) - 1
    const count = runs.field(2 + e * 3)
    const next = e + 1 < entries ? runs.field(4 + e * 3) - 1 : Infinity
    if (chunk < next) return { before: before + (chunk - first) * count, count }
    before += (next - first) * count
  }
  return { before: 0, count: 0 }
}

const bytesOfSamples = (sizes: Table, before: number, count: number): number => {
  const each = sizes.field(0)
  const last = Math.min(before + count, sizes.field(1))
  if (each > 0) return each * Math.max(0, last - before)
  let sum = 0
  for (let sample = before; sample < last && (sample + 3) * 4 <= sizes.bytes.length; sample++)
    sum += sizes.field(2 + sample)
  return sum
}

const readTrack = async (source: ByteSource, track: Box): Promise<TrackSamples | undefined> => {
  const media = await childOf(source, track, 'mdia')
  const handler = media && (await childOf(source, media, 'hdlr'))
  const information = media && (await childOf(source, media, 'minf'))
  const table = information && (await childOf(source, information, 'stbl'))
  if (!handler || !table) return undefined
  const boxes = await listBoxes(source, table.start, table.end)
  const read = (type: string) =>
    readTable(
      source,
      boxes.find((box) => box.type === type),
    )
  const [entries, runs, sizes, offsets32, offsets64] = await Promise.all(
    ['stsd', 'stsc', 'stsz', 'stco', 'co64'].map(read),
  )
  const chunks = offsets32 ? chunkOffsets(offsets32, 4) : offsets64 ? chunkOffsets(offsets64, 8) : []
  let last = -1
  chunks.forEach((offset, c) => {
    if (offset >= (chunks[last] ?? 0)) last = c
  })
  let end = chunks[last] ?? 0
  if (runs && sizes && last >= 0) {
    const { before, count } = samplesOfChunk(runs, last)
    end += bytesOfSamples(sizes, before, count)
  }
  return {
    handler: (await source.read(handler.start + 8, 4)).toString('latin1'),
    codec: entries?.bytes.toString('latin1', 8, 12) ?? '',
    chunks,
    end,
  }
}

/** The sample tables of all tracks of a `moov` box. */
export const readTracks = async (source: ByteSource, moov: Box): Promise<readonly TrackSamples[]> => {
  const tracks: TrackSamples[] = []
  for (const box of await listBoxes(source, moov.start, moov.end)) {
    const track = box.type === 'trak' ? await readTrack(source, box) : undefined
    if (track) tracks.push(track)
  }
  return tracks
}
