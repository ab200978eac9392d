import type { Facts } from '../../shared/facts.ts'
import { cameraName, placeOf } from './exif.ts'
import type { FfprobeOutput, FfprobeStream } from './run-ffprobe.ts'
import { chinaWallClock, wallClock } from './wall-clock.ts'

export type VideoFacts = Pick<
  Facts,
  | 'width'
  | 'height'
  | 'duration'
  | 'videoCodec'
  | 'audioCodec'
  | 'frameRate'
  | 'takenAt'
  | 'camera'
  | 'position'
>

const ratioOf = (written: string | undefined): number | undefined => {
  const [over, under] = (written ?? '').split(/[/:]/).map(Number)
  return over && under && over > 0 && under > 0 ? over / under : undefined
}

const thousandths = (value: number): number => Math.round(value * 1000) / 1000

/** `119.920000`, or Matroska's `00:01:59.920000000`. */
const secondsOf = (written: string | undefined): number | undefined => {
  if (written === undefined || written === '') return undefined
  const seconds = written.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  return Number.isFinite(seconds) && seconds >= 0 ? thousandths(seconds) : undefined
}

const displayedSize = (stream: FfprobeStream): { width: number; height: number } | undefined => {
  if (!stream.width || !stream.height) return undefined
  const width = Math.max(1, Math.round(stream.width * (ratioOf(stream.sample_aspect_ratio) ?? 1)))
  const turn = stream.side_data_list.find(({ rotation }) => rotation !== undefined)?.rotation ?? 0
  return Math.abs(turn) % 180 === 90
    ? { width: stream.height, height: width }
    : { width, height: stream.height }
}

// An hour and a zone: `2023-05-20T23:59:58+0900`. What stands before the zone is the camera's own clock.
const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d:?\d\d$/

const takenAtOf = (tags: ReadonlyMap<string, string>): string | undefined => {
  for (const key of ['com.apple.quicktime.creationdate', 'date']) {
    const written = tags.get(key) ?? ''
    if (ZONED.test(written)) return wallClock(written)
  }
  return (
    chinaWallClock(tags.get('com.apple.quicktime.creationdate') ?? '') ??
    chinaWallClock(tags.get('creation_time') ?? '')
  )
}

const placeIn = (tags: ReadonlyMap<string, string>): Facts['position'] => {
  // ISO 6709: +41.8057+123.4315+045.000/
  const written = tags.get('com.apple.quicktime.location.iso6709') ?? tags.get('location') ?? ''
  const [, latitude, longitude] = /^([+-]\d{1,2}(?:\.\d+)?)([+-]\d{1,3}(?:\.\d+)?)/.exec(written) ?? []
  return latitude && longitude ? placeOf(Number(latitude), Number(longitude)) : undefined
}

/** The stream that is the picture: not the cover of a song. */
export const pictureStream = ({ streams }: FfprobeOutput): FfprobeStream | undefined =>
  streams.find((stream) => stream.codec_type === 'video' && stream.disposition.attached_pic !== 1)

/**
 * Facts from ffprobe's answer.
 *
 * `duration` is the picture's own, to the millisecond, and the container's only where the picture has none (AVI from some
 * cameras, FLV): a container lasts as long as its longest track, so that a picture of 119.92 s under sound of 121 s would
 * pass for two minutes.
 *
 * `takenAt` is the camera's wall clock where its zone was written (Apple), else the moment of creation in China's time.
 * Some cameras write their local time for UTC there; that cannot be told from outside.
 */
export const factsOfFfprobe = (output: FfprobeOutput): VideoFacts => {
  const picture = pictureStream(output)
  const sound = output.streams.find((stream) => stream.codec_type === 'audio')
  const tags = new Map(
    [...Object.entries(picture?.tags ?? {}), ...Object.entries(output.format.tags)].map(([key, value]) => [
      key.toLowerCase(),
      value,
    ]),
  )
  const tag = (...keys: string[]) =>
    keys.map((key) => tags.get(key)).find((value) => value !== undefined) ?? ''
  const size = picture && displayedSize(picture)
  const duration =
    secondsOf(picture?.duration) ?? secondsOf(picture?.tags['DURATION']) ?? secondsOf(output.format.duration)
  const rate = thousandths(ratioOf(picture?.avg_frame_rate) ?? ratioOf(picture?.r_frame_rate) ?? 0)
  const takenAt = takenAtOf(tags)
  const camera = cameraName(
    tag('com.apple.quicktime.make', 'com.android.manufacturer', 'make'),
    tag('com.apple.quicktime.model', 'com.android.model', 'model'),
  )
  const position = placeIn(tags)
  return {
    ...size,
    ...(duration !== undefined && { duration }),
    ...(picture?.codec_name && { videoCodec: picture.codec_name }),
    ...(sound?.codec_name && { audioCodec: sound.codec_name }),
    ...(rate > 0 && { frameRate: rate }),
    ...(takenAt && { takenAt }),
    ...(camera && { camera }),
    ...(position && { position }),
  }
}
