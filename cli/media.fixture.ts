import { copyFile, readFile, truncate, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp, { type Sharp } from 'sharp'

/** A committed media file. */
export const fixtureFile = (name: string): string =>
  fileURLToPath(new URL(`../engine/fixtures/media/${name}`, import.meta.url))

export const copyFixture = (name: string, to: string): Promise<void> => copyFile(fixtureFile(name), to)

/** Just over 3 × 1024 × 1024 bytes: fine by either reading of “3M”. */
export const ampleBytes = 3_145_729

interface PhotoOptions {
  readonly width?: number
  readonly height?: number
  /** The file's exact size. */
  readonly bytes?: number
}

/**
 * A real JPEG of soft patches under a camera's noise, padded by comments to exactly the wanted size. The same for
 * the same seed and unlike that of any other: pictures are compared by their look.
 */
export async function photo(
  seed: number,
  { width = 2048, height = 1536, bytes = ampleBytes }: PhotoOptions = {},
): Promise<Buffer> {
  const image = await (await picture(seed, width, height)).jpeg({ quality: 95 }).toBuffer()
  return padded(image, bytes)
}

/** The same as a PNG of several megabytes. */
export const pngPhoto = async (seed: number): Promise<Buffer> =>
  (await picture(seed, 2048, 1536)).png({ compressionLevel: 0 }).toBuffer()

async function picture(seed: number, width: number, height: number): Promise<Sharp> {
  const small = { width: 20, height: 15, channels: 3 as const }
  const next = randomly(seed)
  const colours = Buffer.from(Array.from({ length: small.width * small.height * 3 }, () => next() & 255))
  const pixels = await sharp(colours, { raw: small }).resize(width, height, { fit: 'fill' }).raw().toBuffer()
  // Without noise a JPEG holds hardly any data that could be damaged.
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = Math.min(255, (pixels[at] ?? 0) + (next() & 63))
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

/** Whole numbers without order, the same each time. */
function randomly(seed: number): () => number {
  let state = (Math.imul(seed, 2654435761) + 20230917) >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 16
  }
}

/** The JPEG with comment segments before its scan, so that it has exactly so many bytes. */
function padded(image: Buffer, bytes: number): Buffer {
  const scan = image.indexOf(Buffer.from([0xff, 0xda]))
  const comments: Buffer[] = []
  for (let left = bytes - image.length; left !== 0;) {
    // A comment takes four bytes at least: the last must not be left with fewer.
    const size = left > 65_537 ? Math.min(65_537, left - 4) : left
    if (size < 4) throw new Error(`a JPEG of ${image.length} bytes cannot be padded to ${bytes}`)
    const comment = Buffer.alloc(size, 0x20)
    comment.writeUInt16BE(0xfffe, 0)
    comment.writeUInt16BE(size - 2, 2)
    comments.push(comment)
    left -= size
  }
  return Buffer.concat([image.subarray(0, scan), ...comments, image.subarray(scan)])
}

/** The bytes with a part of them overwritten by zeros. */
export function zeroed(bytes: Buffer, start: number, length: number): Buffer {
  return Buffer.from(bytes).fill(0, start, start + length)
}

/** A committed MP4 without one of its top boxes. */
export async function videoWithout(box: string): Promise<Buffer> {
  const bytes = await readFile(fixtureFile('video-120.00s.mp4'))
  const kept: Buffer[] = []
  for (let at = 0; at < bytes.length;) {
    const size = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) !== box) kept.push(bytes.subarray(at, at + size))
    at += size
  }
  return Buffer.concat(kept)
}

/** A sound MP4 of 120 seconds that a box of zeros makes as large as wanted; the zeros take no room on most disks. */
export async function largeVideo(path: string, bytes: number): Promise<void> {
  const film = await readFile(fixtureFile('video-120.00s.mp4'))
  const box = Buffer.alloc(16)
  box.writeUInt32BE(1, 0)
  box.write('free', 4, 'latin1')
  box.writeBigUInt64BE(BigInt(bytes - film.length), 8)
  await writeFile(path, Buffer.concat([film, box]))
  await truncate(path, bytes)
}
