import { copyFile, mkdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { activities, type DemoActivity, type DemoFile } from './demo-material.ts'
import { chatCopy, samplePhoto } from './sample-photos.ts'

const video = path.join(import.meta.dirname, 'fixtures', 'science-van-121s.mp4')

/** Makes the clerk's folder: an activity each, full-size photos and a video. @returns how many files there are */
export async function makeMaterial(root: string): Promise<number> {
  let made = 0
  for (const activity of activities) {
    const folder = path.join(root, activity.folder)
    await mkdir(folder, { recursive: true })
    for (const file of activity.files) {
      made += 1
      await makeFile(path.join(folder, file.name), activity, file, made)
    }
  }
  return made
}

async function makeFile(
  target: string,
  { day, camera }: DemoActivity,
  { scene, clock }: DemoFile,
  seed: number,
): Promise<void> {
  if (scene === 'video') await copyFile(video, target)
  else {
    const time = clock === undefined ? {} : { takenAt: `${day.replaceAll('-', ':')} ${clock}:00` }
    await writeFile(
      target,
      await samplePhoto(scene, { width: 3000, height: 2000, quality: 97, seed, camera, ...time }),
    )
  }
  const written = new Date(`${day}T${clock ?? '18:00'}:00+08:00`)
  await utimes(target, written, written)
}

/** Makes a second folder with what should not be sent: a chat program's small copy of a photo. @returns its path */
export async function makeChatCopy(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const target = path.join(folder, '微信图片_20230522101530.jpg')
  await writeFile(target, await chatCopy('robot', 1))
  return target
}
