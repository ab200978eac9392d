import sharp from 'sharp'
import { millimetresOfPicture, type RowPicture } from '../../shared/paper/table-document.ts'

/** Enough for a printer, and small: two hundred pictures take two megabytes. */
const dotsPerInch = 220
const dots = (millimetres: number): number => Math.round((millimetres / 25.4) * dotsPerInch)

/** A thumbnail as a document shows it; undefined where it cannot be read, for a blank cell is no harm. */
export async function rowPicture(thumbnail: Buffer, alt: string): Promise<RowPicture | undefined> {
  try {
    const { width, height } = millimetresOfPicture
    const { data, info } = await sharp(thumbnail)
      .resize(dots(width), dots(height), { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 75 })
      .toBuffer({ resolveWithObject: true })
    return { jpeg: data, width: info.width, height: info.height, alt }
  } catch {
    return undefined
  }
}
