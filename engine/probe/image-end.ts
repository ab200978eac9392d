import type { Format } from '../../shared/facts.ts'
import { readBitmapHead } from './bitmap.ts'
import { bufferSource } from './byte-source.ts'
import { readJpegHeader } from './jpeg-header.ts'
import { readTopLevel } from './mp4-boxes.ts'

const END_OF_IMAGE = Buffer.from([0xff, 0xd9])

const jpegEndsEarly = (image: Buffer): boolean => {
  // A thumbnail in the EXIF ends with the same marker: only what follows the header counts.
  const from = readJpegHeader(image)?.dataStart ?? 2
  return image.indexOf(END_OF_IMAGE, from) < 0
}

const tiffEndsEarly = (image: Buffer): boolean => {
  if (image.length < 8) return true
  const little = image[0] === 0x49
  const big = image[little ? 2 : 3] === 43
  if (big && image.length < 16) return true
  const directory = big
    ? Number(little ? image.readBigUInt64LE(8) : image.readBigUInt64BE(8))
    : little
      ? image.readUInt32LE(4)
      : image.readUInt32BE(4)
  return directory + 2 > image.length
}

/**
 * Whether an image's own structure says that its file should be longer. Decoders pass some of these: the end marker
 * of a PNG or WebP adds nothing to the picture, but a file without it was not copied to its end.
 */
export const imageEndsEarly = async (format: Format, image: Buffer): Promise<boolean> => {
  switch (format) {
    case 'jpeg':
      return jpegEndsEarly(image)
    case 'png':
      return (
        image.lastIndexOf('IEND', undefined, 'latin1') < 0 || image.length < image.lastIndexOf('IEND') + 8
      )
    case 'webp':
      return image.length >= 8 && image.readUInt32LE(4) + 8 > image.length
    case 'tiff':
      return tiffEndsEarly(image)
    case 'bmp':
      return (readBitmapHead(image)?.leastBytes ?? 0) > image.length
    case 'heic':
    case 'avif':
      return (await readTopLevel(bufferSource(image))).cutShort
    default:
      return false
  }
}
