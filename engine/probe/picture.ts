import { readFile } from 'node:fs/promises'
import sharp from 'sharp'

// One decode needs one thread: files run beside each other. A cache of operations would only hold memory.
sharp.cache(false)
sharp.concurrency(1)

/** Longest edge of thumbnails, in pixels. */
const THUMBNAIL_EDGE = 320
/** Pictures of more pixels are not decoded. */
export const MAX_PIXELS = 300_000_000
const DECODE_SECONDS = 30

/** Pixels as displayed, three bytes each. */
export interface Picture {
  readonly rgb: Buffer
  readonly width: number
  readonly height: number
}

/** What the decoder does about faults: stops at a warning, passes warnings, or shows what there is. */
export type Strictness = 'warning' | 'error' | 'none'

const decoder = (image: Buffer, strictness: Strictness) =>
  sharp(image, { failOn: strictness, limitInputPixels: MAX_PIXELS, autoOrient: true }).timeout({
    seconds: DECODE_SECONDS,
  })

/**
 * Decodes all of an image's data and keeps a small picture of it, upright, at most 320 pixels long, never enlarged;
 * transparency on white. Shrinking while loading skips the fine detail's arithmetic, not its data. Rejects with the decoder's words.
 */
export const shrunkPicture = async (image: Buffer, strictness: Strictness): Promise<Picture> => {
  const { data, info } = await decoder(image, strictness)
    .resize(THUMBNAIL_EDGE, THUMBNAIL_EDGE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { rgb: data, width: info.width, height: info.height }
}

/** Longest edge of a picture that is looked at large, in pixels. */
const PREVIEW_EDGE = 2400

/**
 * The picture of a file for a window that cannot show its format: an upright JPEG in sRGB, never enlarged, of what can
 * be seen of it. Undefined where nothing can.
 */
export const previewOf = async (path: string): Promise<Buffer | undefined> => {
  try {
    // Read by us: the decoder itself opens no path of Windows beyond 260 characters.
    return await sharp(await readFile(path), {
      failOn: 'none',
      limitInputPixels: MAX_PIXELS,
      autoOrient: true,
    })
      .timeout({ seconds: DECODE_SECONDS })
      .resize(PREVIEW_EDGE, PREVIEW_EDGE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .jpeg({ quality: 88 })
      .toBuffer()
  } catch {
    // A format that the decoder does not know (HEIC), a file that went away: the window says so.
    return undefined
  }
}

/** Decodes an image at its full size, which meets some faults that a shrunk one passes. Rejects with the decoder's words. */
export const decodeFully = async (image: Buffer): Promise<void> => {
  await decoder(image, 'warning').greyscale().raw().toBuffer()
}

/** The picture as a small JPEG. */
export const thumbnailOf = ({ rgb, width, height }: Picture): Promise<Buffer> =>
  sharp(rgb, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer()

/** Width and height as displayed, from the image's head alone; undefined where it cannot be made out. */
export const displayedSize = async (
  image: Buffer,
): Promise<{ readonly width: number; readonly height: number } | undefined> => {
  try {
    const { autoOrient } = await sharp(image, { limitInputPixels: false }).metadata()
    return autoOrient.width > 0 && autoOrient.height > 0
      ? { width: autoOrient.width, height: autoOrient.height }
      : undefined
  } catch {
    return undefined
  }
}
