import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { samplePhoto } from '../engine/samples/photo.ts'

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
