import { copyFile, readFile, truncate, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp, { type Sharp } from 'sharp'

/** A committed media file. */
export const fixtureFile = (name: string): string =>
  fileURLToPath(new URL(`../engine/fixtures/media/${name}`, import.meta.url))

export const copyFixture = (name: string, to: string): Promise<void> => copyFile(fixtureFile(name), to)

/** Just over 3 × 1024 × 1024 bytes: fine by either reading of “3M”. */
export const amplePhotoBytes = 3_145_729

/**
 * A picture of soft patches, the same for the same seed and unlike that of any other: `distinct` compares pictures by
 * their look.
 */
async function picture(seed: number, width: number, height: number): Promise<Sharp> {
  const small = { width: 20, height: 15, channels: 3 as const }
  const pixels = Buffer.alloc(small.width * small.height * 3)
  let state = (seed * 2654435761 + 20230917) >>> 0
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    pixels[at] = state >>> 24
  }
  const patches = await sharp(pixels, { raw: small }).resize(width, height, { fit: 'fill' }).raw().toBuffer()
  // A camera's fine noise: without it a JPEG holds hardly any data that could be damaged.
  for (let at = 0; at < patches.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    patches[at] = Math.min(255, (patches[at] ?? 0) + (state >>> 28))
  }
  return sharp(patches, { raw: { width, height, channels: 3 } })
}

/** A real JPEG; with `bytes` padded by comments to exactly that size. */
export async function jpeg(seed: number, { width = 2048, height = 1536, bytes }: { width?: number; height?: number; bytes?: number } = {}): Promise<Buffer> {
  const image = await (await picture(seed, width, height)).jpeg({ quality: 60 }).toBuffer()
  return bytes === undefined ? image : padded(image, bytes)
}

/** A sound photo for the notice's Annex 1. */
export const photo = (seed: number): Promise<Buffer> => jpeg(seed, { bytes: amplePhotoBytes })

export const png = async (seed: number): Promise<Buffer> => (await picture(seed, 2048, 1536)).png({ compressionLevel: 0 }).toBuffer()

/** The JPEG with comment segments before its scan, so that it has exactly so many bytes. */
function padded(image: Buffer, bytes: number): Buffer {
  const scan = image.indexOf(Buffer.from([0xff, 0xda]))
  const comments: Buffer[] = []
  for (let left = bytes - image.length; left > 0;) {
    // A comment takes four bytes at least: the last must not be left with fewer.
    const whole = left > 65_537 ? Math.min(65_537, left - 4) : left
    if (whole < 4) throw new Error(`cannot pad ${image.length} to ${bytes}`)
    const comment = Buffer.alloc(whole, 0x20)
    comment.writeUInt16BE(0xfffe, 0)
    comment.writeUInt16BE(whole - 2, 2)
    comments.push(comment)
    left -= whole
  }
  return Buffer.concat([image.subarray(0, scan), ...comments, image.subarray(scan)])
}

/** The bytes with a part of them overwritten by zeros. */
export function zeroed(bytes: Buffer, start: number, length: number): Buffer {
  return Buffer.from(bytes).fill(0, start, start + length)
}

/** An MP4 without one of its top boxes. */
export async function withoutBox(file: string, type: string): Promise<Buffer> {
  const bytes = await readFile(file)
  const kept: Buffer[] = []
  for (let at = 0; at < bytes.length;) {
    const size = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) !== type) kept.push(bytes.subarray(at, at + size))
    at += size
  }
  return Buffer.concat(kept)
}

/** A sound 120-second MP4 that a `free` box of zeros makes as long as wanted; its zeros take no disk space. */
export async function longVideo(path: string, bytes: number): Promise<void> {
  const film = await readFile(fixtureFile('video-120.00s.mp4'))
  const box = Buffer.alloc(16)
  box.writeUInt32BE(1, 0)
  box.write('free', 4, 'latin1')
  box.writeBigUInt64BE(BigInt(bytes - film.length), 8)
  await writeFile(path, Buffer.concat([film, box]))
  await truncate(path, bytes)
}
