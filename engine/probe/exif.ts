import ExifReader from 'exifreader'
import type { Facts } from '../../shared/facts.ts'
import { wallClock } from './wall-clock.ts'

// EXIF stands among the first segments of a JPEG; the rest is picture.
const JPEG_HEAD = 262_144

const TAGS = ['Make', 'Model', 'DateTimeOriginal', 'DateTimeDigitized'] as const

const textOf = (tag: { readonly value: unknown } | undefined): string => {
  const value = Array.isArray(tag?.value) ? tag.value.join('') : tag?.value
  return typeof value === 'string' ? value.replace(/\0[^]*/, '').trim() : ''
}

/** Maker and model without saying the maker twice: `HUAWEI P40`. */
export const cameraName = (make: string, model: string): string | undefined => {
  const brand = make.trim()
  const name = model.trim()
  if (name.toLowerCase().startsWith(brand.toLowerCase())) return name || undefined
  return [brand, name].filter((part) => part !== '').join(' ')
}

/** A place on earth, or undefined for none; many cameras write 0, 0 while they do not know. */
export const placeOf = (latitude: unknown, longitude: unknown): Facts['position'] => {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) || (latitude === 0 && longitude === 0))
    return undefined
  return { latitude: Number(latitude.toFixed(6)), longitude: Number(longitude.toFixed(6)) }
}

/**
 * When, with what and where a photo was taken, as far as its EXIF says. The time is the camera's own wall clock;
 * the time of the last change (DateTime) is left out, as editors write it.
 */
export const readExif = (image: Buffer, jpeg: boolean): Pick<Facts, 'takenAt' | 'camera' | 'position'> => {
  let tags: ExifReader.ExpandedTags
  try {
    tags = ExifReader.load(jpeg ? image.subarray(0, JPEG_HEAD) : image, {
      expanded: true,
      includeTags: {
        exif: [...TAGS, 'GPSLatitude', 'GPSLatitudeRef', 'GPSLongitude', 'GPSLongitudeRef'],
        gps: true,
      },
    })
  } catch {
    // No EXIF, or none that can be read: nothing is known then, and the picture is no worse for it.
    return {}
  }
  const { exif, gps } = tags
  const takenAt = wallClock(textOf(exif?.DateTimeOriginal)) ?? wallClock(textOf(exif?.DateTimeDigitized))
  const camera = cameraName(textOf(exif?.Make), textOf(exif?.Model))
  const position = placeOf(gps?.Latitude, gps?.Longitude)
  return { ...(takenAt && { takenAt }), ...(camera && { camera }), ...(position && { position }) }
}
