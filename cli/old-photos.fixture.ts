import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { samplePhoto } from '../engine/samples/photo.ts'
import { type SceneName, scenes } from '../engine/samples/scenes.ts'
import { fixtureFile } from './media.fixture.ts'

/** What lies among a unit's historical pictures, by its name. */
export type OldPhotos = Readonly<Record<string, () => Promise<Buffer>>>

/** Scenes by number: pictures that are unlike each other. */
const sceneOf = (number: number): SceneName => {
  const names = Object.keys(scenes) as SceneName[]
  return names[number % names.length] ?? 'scienceVan'
}

const size = { width: 1200, height: 900 }

/** A scanned photo without EXIF, as a JPEG of some 700 KB. */
const scan = (number: number): Promise<Buffer> =>
  samplePhoto(sceneOf(number), { ...size, quality: 96, seed: number + 1 })

const again = async (number: number, as: (image: Sharp) => Sharp): Promise<Buffer> =>
  as(sharp(await scan(number))).toBuffer()

/** A sound JPEG of exactly so many bytes: comments stand before its scan. */
export async function jpeg(number: number, bytes: number): Promise<Buffer> {
  const image = await scan(number)
  const at = image.indexOf(Buffer.from([0xff, 0xda]))
  const comments: Buffer[] = []
  for (let left = bytes - image.length; left !== 0;) {
    // A comment takes four bytes at least: the last must not be left with fewer.
    const length = left > 65_537 ? Math.min(65_537, left - 4) : left
    if (length < 4) throw new RangeError(`${image.length} bytes cannot become ${bytes}`)
    const comment = Buffer.alloc(length, 0x20)
    comment.writeUInt16BE(0xfffe, 0)
    comment.writeUInt16BE(length - 2, 2)
    comments.push(comment)
    left -= length
  }
  return Buffer.concat([image.subarray(0, at), ...comments, image.subarray(at)])
}

/** A sound PNG of exactly so many bytes: a private chunk stands before its end. */
export async function png(number: number, bytes: number): Promise<Buffer> {
  const image = await again(number, (one) => one.resize(600).png({ palette: true }))
  const chunk = Buffer.alloc(bytes - image.length)
  chunk.writeUInt32BE(chunk.length - 12, 0)
  chunk.write('paDd', 4, 'latin1')
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4)
  return Buffer.concat([image.subarray(0, -12), chunk, image.subarray(-12)])
}

/** A sound TIFF of exactly so many bytes: nothing in it points at what stands behind. */
export async function tiff(number: number, bytes: number): Promise<Buffer> {
  const image = await again(number, (one) => one.resize(500).tiff({ compression: 'none' }))
  return Buffer.concat([image, Buffer.alloc(bytes - image.length)])
}

export const lzwTiff = (number: number) => again(number, (one) => one.tiff({ compression: 'lzw' }))
export const plainTiff = (number: number) => again(number, (one) => one.tiff({ compression: 'none' }))
/** As a print shop hands it back. */
export const cmykTiff = (number: number) =>
  again(number, (one) => one.toColourspace('cmyk').tiff({ compression: 'lzw' }))
/** As a good scanner writes it. */
export const deepPng = (number: number) => again(number, (one) => one.toColourspace('rgb16').png())

export const webp = (number: number) => again(number, (one) => one.webp({ lossless: true }))
export const gif = (number: number) => again(number, (one) => one.gif())

/** A bitmap of 24 bits, without compression. */
export async function bmp(number: number): Promise<Buffer> {
  const rgb = await sharp(await scan(number))
    .raw()
    .toBuffer()
  const head = Buffer.alloc(54)
  head.write('BM', 0, 'latin1')
  head.writeUInt32LE(head.length + rgb.length, 2)
  head.writeUInt32LE(head.length, 10)
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(size.width, 18)
  // Negative: the rows run from the top.
  head.writeInt32LE(-size.height, 22)
  head.writeUInt16LE(1, 26)
  head.writeUInt16LE(24, 28)
  for (let at = 0; at < rgb.length; at += 3) rgb.subarray(at, at + 3).reverse()
  return Buffer.concat([head, rgb])
}

/** Writes the files into a folder. */
export async function writeOldPhotos(folder: string, photos: OldPhotos): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, make] of Object.entries(photos)) await writeFile(path.join(folder, name), await make())
}

/** What is no picture of the formats asked for, but is dropped in all the same. */
export async function writeStrangers(folder: string): Promise<void> {
  await writeOldPhotos(folder, {
    '网页图.webp': () => webp(8),
    '画图.bmp': () => bmp(9),
    '动图.gif': () => gif(10),
    '扫描件.pdf': async () =>
      Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  })
  await copyFile(fixtureFile('iphone.heic'), path.join(folder, '手机照片.heic'))
  await copyFile(fixtureFile('video-120.00s.mp4'), path.join(folder, '活动录像.mp4'))
}
