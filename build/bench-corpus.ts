import { createCipheriv } from 'node:crypto'
import { mkdir, open, readFile, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { samplePhoto } from '../engine/samples/photo.ts'
import { type SceneName, scenes } from '../engine/samples/scenes.ts'

const video = path.join(import.meta.dirname, '..', 'resources', 'samples', 'science-van-121s.mp4')
const sceneNames = Object.keys(scenes) as SceneName[]
const look = {
  width: 4000,
  height: 3000,
  quality: 86,
  takenAt: '2023:05:20 10:15:00',
  camera: { make: 'Canon', model: 'Canon EOS 80D' },
}
const taken = new Date('2023-05-20T10:15:00+08:00')

/** Writes photos of 12 megapixels and about 4 MB; the first 76 look different from each other. @returns their bytes */
export async function makePhotos(folder: string, count: number, signal: AbortSignal): Promise<number> {
  await mkdir(folder, { recursive: true })
  let bytes = 0
  for (let index = 0; index < count; index += 1) {
    signal.throwIfAborted()
    const variant = Math.floor(index / sceneNames.length)
    const photo = await samplePhoto(sceneNames[index % sceneNames.length] ?? 'pond', {
      ...look,
      seed: index + 1,
      mirrored: variant % 2 === 1,
      inverted: variant % 4 > 1,
    })
    bytes += await put(path.join(folder, `IMG_${1001 + index}.JPG`), photo)
  }
  return bytes
}

/** Writes copies of photos, each with a comment of its own, so that no two files are equal. @returns their bytes */
export async function copyPhotos(
  from: readonly string[],
  folder: string,
  count: number,
  signal: AbortSignal,
): Promise<number> {
  await mkdir(folder, { recursive: true })
  let bytes = 0
  for (let index = 0; index < count; index += 1) {
    signal.throwIfAborted()
    const photo = await readFile(from[index % from.length] ?? '')
    bytes += await put(path.join(folder, `DSC_${1001 + index}.JPG`), withComment(photo, `copy ${index + 1}`))
  }
  return bytes
}

/** A JPEG with a COM segment right after its first two bytes (ITU-T T.81, B.2.4.5). */
function withComment(jpeg: Buffer, words: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, words.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(words, 'latin1'), jpeg.subarray(2)])
}

async function put(file: string, content: Buffer): Promise<number> {
  await writeFile(file, content)
  await utimes(file, taken, taken)
  return content.length
}

const chunk = 4 * 1024 * 1024

/**
 * Writes videos of 121 s that are as large as they are said to be and take hardly any room here: behind the fixture stands a
 * `free` box that is a hole in a sparse file. Of 4 GiB at most, for the box has 32 bits for its size.
 */
export async function makeSparseVideos(folder: string, count: number, bytesEach: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  const playable = await readFile(video)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(bytesEach - playable.length)
  head.write('free', 4, 'latin1')
  for (let index = 0; index < count; index += 1) {
    const name = path.join(folder, `长片${index + 1}.mp4`)
    // No two files of a package are equal.
    const tail = Buffer.from(`tail of ${index + 1}`)
    const file = await open(name, 'w')
    try {
      await file.write(Buffer.concat([playable, head]))
      await file.write(tail, 0, tail.length, bytesEach - tail.length)
    } finally {
      await file.close()
    }
    await utimes(name, taken, taken)
  }
}

/**
 * Writes videos of 121 s that are as large as real ones: behind the fixture stands a `free` box (ISO 14496-12, 8.1.2) of
 * bytes that no compression makes smaller, other bytes in each.
 *
 * @returns their bytes
 */
export async function makeVideos(
  folder: string,
  count: number,
  bytesEach: number,
  signal: AbortSignal,
): Promise<number> {
  await mkdir(folder, { recursive: true })
  const playable = await readFile(video)
  for (let index = 0; index < count; index += 1) {
    signal.throwIfAborted()
    const name = path.join(folder, `活动纪实${index + 1}.mp4`)
    const file = await open(name, 'w')
    try {
      const head = Buffer.alloc(8)
      head.writeUInt32BE(bytesEach - playable.length)
      head.write('free', 4, 'latin1')
      await file.write(Buffer.concat([playable, head]))
      const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16, index + 1), Buffer.alloc(16))
      const zeros = Buffer.alloc(chunk)
      for (let left = bytesEach - playable.length - 8; left > 0; left -= chunk)
        await file.write(noise.update(zeros.subarray(0, Math.min(chunk, left))))
    } finally {
      await file.close()
    }
    await utimes(name, taken, taken)
  }
  return count * bytesEach
}
