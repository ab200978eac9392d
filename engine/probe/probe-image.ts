import type { Condition, Damage, Facts, Format } from '../../shared/facts.ts'
import { readBitmapHead } from './bitmap.ts'
import { readExif } from './exif.ts'
import { differenceHash, greyOf, sharpnessOf } from './grey.ts'
import { imageEndsEarly } from './image-end.ts'
import { entropyIsSound } from './jpeg-entropy.ts'
import { type JpegHeader, readJpegHeader } from './jpeg-header.ts'
import { longRuns, type Run } from './long-run.ts'
import {
  decodeFully,
  displayedSize,
  MAX_PIXELS,
  type Picture,
  shrunkPicture,
  type Strictness,
  thumbnailOf,
} from './picture.ts'

const DECODABLE: ReadonlySet<Format> = new Set(['jpeg', 'png', 'tiff', 'webp', 'gif', 'avif'])
const SIZED: ReadonlySet<Format> = new Set([...DECODABLE, 'heic'])

// Said of files that every viewer shows whole: stray bytes of some cameras, and a field that baseline does not use.
const HARMLESS = /extraneous bytes before marker 0xd9|Invalid SOS parameters|unknown JFIF revision/i
const ENDS_EARLY = /premature end of JPEG image|unexpected end of GIF/i
// Said of sound files of a kind that was left out of the decoder.
const NOT_SUPPORTED = /not (been )?(configured|built|supported)|unsupported (?!image format)|not implemented/i

type ImageFacts = Pick<
  Facts,
  'condition' | 'width' | 'height' | 'takenAt' | 'camera' | 'position' | 'perceptualHash' | 'sharpness'
>

interface Verdict {
  readonly condition: Condition
  readonly picture?: Picture
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const damaged = (damage: Damage, words: string): Condition => ({
  state: 'damaged',
  damage,
  detail: words.split('\n', 1)[0]?.slice(0, 200) ?? '',
})

/** The decoder's refusal as a condition. */
const judge = async (format: Format, image: Buffer, words: string): Promise<Condition> => {
  if (/timeout/i.test(words)) return { state: 'unreadable', reason: 'time-limit', detail: 'decoder' }
  if (/exceeds pixel limit/i.test(words))
    return { state: 'unreadable', reason: 'too-large', detail: 'pixels' }
  if (ENDS_EARLY.test(words) || (await imageEndsEarly(format, image))) return damaged('cut-short', words)
  if (NOT_SUPPORTED.test(words)) return { state: 'unchecked' }
  return damaged('corrupt', words)
}

/** Runs of equal bytes in the data, which may be holes. Only JPEG has no checksums or structure of its own. */
const suspiciousRuns = (image: Buffer, header: JpegHeader): readonly Run[] => {
  const end = image.indexOf(Buffer.from([0xff, 0xd9]), header.dataStart)
  return longRuns(image, header.dataStart, end < 0 ? image.length : end)
}

/** The verdict on a JPEG that the quick decode passed, or found odd in a harmless way. */
const lookCloser = async (image: Buffer, header: JpegHeader, runs: readonly Run[]): Promise<Condition> => {
  const sound = entropyIsSound(image, header, runs)
  if (sound === true) return { state: 'whole' }
  if (sound === false) return damaged('corrupt', 'entropy-coded data does not fit the frame')
  try {
    await decodeFully(image)
    return { state: 'whole' }
  } catch (error) {
    return judge('jpeg', image, wordsOf(error))
  }
}

const tryPicture = async (image: Buffer, strictness: Strictness): Promise<Picture | string> => {
  try {
    return await shrunkPicture(image, strictness)
  } catch (error) {
    return wordsOf(error)
  }
}

const examine = async (format: Format, image: Buffer): Promise<Verdict> => {
  const header = format === 'jpeg' ? readJpegHeader(image) : undefined
  let picture = await tryPicture(image, 'warning')
  const runs = header ? suspiciousRuns(image, header) : []
  let odd = runs.length > 0
  if (header && typeof picture === 'string' && picture.split('\n').every((line) => HARMLESS.test(line))) {
    odd = true
    picture = await tryPicture(image, 'error')
  }
  if (typeof picture === 'string') return { condition: await judge(format, image, picture) }
  if (await imageEndsEarly(format, image))
    return { condition: damaged('cut-short', 'no end marker'), picture }
  return { condition: header && odd ? await lookCloser(image, header, runs) : { state: 'whole' }, picture }
}

const unexamined = async (format: Format, image: Buffer): Promise<Verdict> => ({
  condition: (await imageEndsEarly(format, image))
    ? damaged('cut-short', 'structure ends beyond the file')
    : { state: 'unchecked' },
})

const sizeOf = async (format: Format, image: Buffer) =>
  format === 'bmp' ? readBitmapHead(image) : SIZED.has(format) ? displayedSize(image) : undefined

/**
 * All that an image's bytes say: one decode gives its condition, thumbnail, difference hash and sharpness. A damaged
 * picture gets a thumbnail of what can still be seen, and no hash. Never rejects for what the bytes are.
 */
export const probeImage = async (
  format: Format,
  image: Buffer,
): Promise<{ readonly facts: ImageFacts; readonly thumbnail?: Buffer }> => {
  const size = await sizeOf(format, image)
  const known = {
    ...(size && { width: size.width, height: size.height }),
    ...readExif(image, format === 'jpeg'),
  }
  if (size && size.width * size.height > MAX_PIXELS)
    return { facts: { ...known, condition: { state: 'unreadable', reason: 'too-large', detail: 'pixels' } } }
  const { condition, picture } = await (DECODABLE.has(format) ? examine : unexamined)(format, image)
  if (condition.state === 'damaged') {
    const remains = picture ?? (DECODABLE.has(format) ? await tryPicture(image, 'none') : '')
    const thumbnail = typeof remains === 'string' ? undefined : await thumbnailOf(remains)
    return { facts: { ...known, condition }, ...(thumbnail && { thumbnail }) }
  }
  if (!picture) return { facts: { ...known, condition } }
  const grey = greyOf(picture)
  const sharpness = sharpnessOf(grey, picture.width, picture.height)
  return {
    facts: {
      ...known,
      condition,
      perceptualHash: differenceHash(grey, picture.width, picture.height),
      ...(sharpness !== undefined && { sharpness: Number(sharpness.toFixed(2)) }),
    },
    thumbnail: await thumbnailOf(picture),
  }
}
