import { copyFile, mkdir, open, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { chatCopy, samplePhoto } from '../engine/samples/photo.ts'

/** A folder as a clerk drops it: two sound photos that are unlike each other. */
export async function twoPhotos(home: string): Promise<string> {
  const folder = path.join(home, '2023-05-20 科普大篷车进校园')
  await mkdir(folder, { recursive: true })
  const photo = { width: 2600, height: 1950, quality: 98, takenAt: '2023:05:20 09:30:00' }
  const scenes = ['scienceVan', 'windFarm'] as const
  for (const [index, scene] of scenes.entries())
    await writeFile(
      path.join(folder, `IMG_120${index + 1}.JPG`),
      await samplePhoto(scene, { ...photo, seed: index + 1 }),
    )
  return folder
}

/** The same with a sound video of many megabytes beside them: packing it takes its time. */
export async function photosAndLongVideo(home: string, megabytes = 300): Promise<string> {
  const folder = await twoPhotos(home)
  const video = path.join(folder, 'VID_1203.mp4')
  await copyFile(path.join(import.meta.dirname, '..', 'resources', 'samples', 'science-van-121s.mp4'), video)
  // A box of the kind that players pass over; its content is a hole in the file.
  const box = Buffer.alloc(8)
  box.writeUInt32BE(megabytes * 1024 * 1024)
  box.write('free', 4, 'latin1')
  const file = await open(video, 'a')
  try {
    const { size } = await file.stat()
    await file.write(box)
    await file.truncate(size + megabytes * 1024 * 1024)
  } finally {
    await file.close()
  }
  return folder
}

/** As it often is: two sound photos, one that a chat program made small, one that is broken, a note. */
export async function photosWithProblems(home: string): Promise<string> {
  const folder = path.join(home, '混在一起的素材')
  await mkdir(folder, { recursive: true })
  const photo = { width: 2600, height: 1950, quality: 98, takenAt: '2023:05:20 09:30:00' }
  const sound = await samplePhoto('windFarm', { ...photo, seed: 5 })
  const contents = {
    'IMG_0001.JPG': sound,
    'IMG_0002.JPG': await samplePhoto('scienceVan', { ...photo, seed: 6 }),
    'mmexport1684552330000.jpg': await chatCopy('windFarm', 7),
    'IMG_0004.JPG': sound.subarray(0, sound.length / 2),
    '活动说明.txt': Buffer.from('5月20日 科普大篷车进校园'),
  }
  for (const [name, content] of Object.entries(contents)) await writeFile(path.join(folder, name), content)
  return folder
}

/** Many tiny pictures, each with its own content; too small to be sound, which does not matter here. */
export async function manyPictures(home: string, count: number): Promise<string> {
  const folder = path.join(home, `很多照片 ${count}`)
  await mkdir(folder, { recursive: true })
  const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#4a7' } })
    .jpeg()
    .toBuffer()
  for (let index = 0; index < count; index += 1) {
    // A comment before the end makes each content its own.
    const comment = Buffer.from(`\xff\xfe\x00\x08${String(index).padStart(6, '0')}`, 'latin1')
    const content = Buffer.concat([picture.subarray(0, 2), comment, picture.subarray(2)])
    await writeFile(path.join(folder, `IMG_${String(index).padStart(5, '0')}.JPG`), content)
  }
  return folder
}
