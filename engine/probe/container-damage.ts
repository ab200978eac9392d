import type { Condition, Format } from '../../shared/facts.ts'
import type { ByteSource } from './byte-source.ts'
import { readTopLevel } from './mp4-boxes.ts'
import { readTracks, type TrackSamples } from './mp4-samples.ts'

type Damaged = Extract<Condition, { state: 'damaged' }>

const damaged = (damage: Damaged['damage'], detail: string): Damaged => ({ state: 'damaged', damage, detail })

// Their samples begin with a length or a start code: never with zeros.
const CODED = /^(avc[13]|hvc1|hev1|mp4v|av01|vp09)$/
const CHUNKS_TRIED = 24
const CHUNK_HEAD = 32

/** Whether a place where coded pictures should begin holds zeros: a download that reserved its room and never came to fill it. */
const hasHoles = async (source: ByteSource, { handler, codec, chunks }: TrackSamples): Promise<boolean> => {
  if (handler !== 'vide' || !CODED.test(codec) || chunks.length === 0) return false
  const tried = Math.min(chunks.length, CHUNKS_TRIED)
  for (let n = 0; n < tried; n++) {
    const chunk = chunks[Math.round((n * (chunks.length - 1)) / Math.max(1, tried - 1))] ?? 0
    const head = await source.read(chunk, CHUNK_HEAD)
    if (head.length >= 8 && head.every((byte) => byte === 0)) return true
  }
  return false
}

const mp4Damage = async (source: ByteSource): Promise<Damaged | undefined> => {
  const { boxes, cutShort } = await readTopLevel(source)
  const moov = boxes.find(({ type }) => type === 'moov')
  if (!moov) return damaged('no-index', 'no moov box')
  if (cutShort) return damaged('cut-short', 'a box ends beyond the file')
  const tracks = await readTracks(source, moov)
  if (tracks.some(({ end }) => end > source.size))
    return damaged('cut-short', 'the last sample ends beyond the file')
  for (const track of tracks)
    if (await hasHoles(source, track)) return damaged('corrupt', 'zeros in place of pictures')
  return undefined
}

const riffDamage = async (source: ByteSource): Promise<Damaged | undefined> => {
  const head = await source.read(0, 8)
  return head.length === 8 && head.readUInt32LE(4) + 8 > source.size
    ? damaged('cut-short', 'the RIFF chunk ends beyond the file')
    : undefined
}

const FILE_PROPERTIES = Buffer.from('a1dcab8c47a9cf118ee400c00c205365', 'hex')

const asfDamage = async (source: ByteSource): Promise<Damaged | undefined> => {
  const head = await source.read(0, 65_536)
  const at = head.indexOf(FILE_PROPERTIES)
  if (at < 0 || at + 92 > head.length) return undefined
  const broadcast = (head.readUInt32LE(at + 88) & 1) === 1
  return !broadcast && head.readBigUInt64LE(at + 40) > BigInt(source.size)
    ? damaged('cut-short', 'the file is shorter than its header says')
    : undefined
}

/**
 * What a video file's own structure says is wrong with it. Reads headers and tables only. Players and ffprobe go by
 * the index at the front of a file, and so pass one whose second half is missing.
 */
export const containerDamage = async (format: Format, source: ByteSource): Promise<Damaged | undefined> => {
  switch (format) {
    case 'mp4':
    case 'mov':
    case '3gp':
      return mp4Damage(source)
    case 'avi':
      return riffDamage(source)
    case 'wmv':
      return asfDamage(source)
    default:
      return undefined
  }
}
