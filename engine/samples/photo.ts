import sharp, { type Sharp } from 'sharp'
import { box, disc, many } from './motifs.ts'
import { type SceneName, scenes } from './scenes.ts'

export interface PhotoOptions {
  readonly width: number
  readonly height: number
  /** Of the JPEG, up to 100: 97 gives about 0.6 bytes a pixel. */
  readonly quality: number
  /** Chooses the noise; the same seed gives the same picture. */
  readonly seed: number
  /** The scene seen in a mirror, or upside down: more pictures that are unlike each other. */
  readonly mirrored?: boolean
  readonly inverted?: boolean
  /** `2023:05:20 09:30:00`, as cameras write it; undefined for a picture without EXIF. */
  readonly takenAt?: string
  readonly camera?: { readonly make: string; readonly model: string }
}

/** A scene as a camera would give it: a full-size JPEG with sensor noise and EXIF. */
export async function samplePhoto(scene: SceneName, options: PhotoOptions): Promise<Buffer> {
  const picture = await render(scene, options)
  return picture.withExif(exifOf(options)).jpeg({ quality: options.quality }).toBuffer()
}

/** What a chat program makes of a photo: shrunk, compressed again, without EXIF. */
export async function chatCopy(scene: SceneName, seed: number): Promise<Buffer> {
  const picture = await render(scene, { width: 1080, height: 720, seed })
  return picture.jpeg({ quality: 75 }).toBuffer()
}

/** A picture on a screen, as the system's own program saves it: a PNG with the window's frame around it. */
export async function screenshot(scene: SceneName): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1366" height="768" viewBox="0 0 1366 768">${[
    box(0, 0, 1366, 768, '#0a4d8c'),
    box(60, 40, 900, 640, '#f3f3f3'),
    many(3, (index) => disc(880 + index * 28, 62, 8, '#9a9a9a')),
    `<svg x="72" y="88" width="876" height="580" viewBox="0 0 300 200">${scenes[scene]()}</svg>`,
    box(0, 728, 1366, 40, '#202020'),
    many(7, (index) => box(12 + index * 46, 736, 24, 24, '#5aa9e6')),
  ].join('')}</svg>`
  return sharp(Buffer.from(svg)).flatten().png().toBuffer()
}

type Rendering = Omit<PhotoOptions, 'quality' | 'takenAt' | 'camera'>

async function render(
  scene: SceneName,
  { width, height, seed, mirrored, inverted }: Rendering,
): Promise<Sharp> {
  const turned = `translate(${mirrored ? 300 : 0} ${inverted ? 200 : 0}) scale(${mirrored ? -1 : 1} ${inverted ? -1 : 1})`
  const frame = `xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 300 200" preserveAspectRatio="xMidYMid slice"`
  const svg = `<svg ${frame}><g transform="${turned}">${scenes[scene]()}</g></svg>`
  const pixels = await sharp(Buffer.from(svg)).flatten().toColourspace('srgb').raw().toBuffer()
  addNoise(pixels, seed)
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

/** Brightness noise of a few levels, the same in all three colours. Flat areas without it would compress to nothing. */
function addNoise(pixels: Buffer, seed: number): void {
  let state = (seed * 2_654_435_761) >>> 0 || 1
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const noise = (state & 31) + ((state >>> 8) & 31) - 31
    for (let channel = at; channel < at + 3; channel += 1)
      pixels[channel] = Math.min(255, Math.max(0, (pixels[channel] ?? 0) + noise))
  }
}

function exifOf({ takenAt, camera }: PhotoOptions): Record<string, Record<string, string>> {
  return {
    ...(camera && { IFD0: { Make: camera.make, Model: camera.model } }),
    ...(takenAt !== undefined && { IFD2: { DateTimeOriginal: takenAt, DateTimeDigitized: takenAt } }),
  }
}
