import { mkdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { chatCopy } from '../engine/samples/photo.ts'
import { soundSamples } from '../engine/samples/sample-set.ts'

const resources = path.join(import.meta.dirname, '..', 'resources')

/** Makes the clerk's folder: an activity each, full-size photos and a video. @returns how many files there are */
export async function makeMaterial(root: string): Promise<number> {
  for (const { relative, modified, make } of soundSamples) {
    const target = path.join(root, ...relative.split('/'))
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, await make(resources))
    await utimes(target, modified, modified)
  }
  return soundSamples.length
}

/** Makes a second folder with what should not be sent: a chat program's small copy of a photo. @returns its path */
export async function makeChatCopy(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const target = path.join(folder, '微信图片_20230522101530.jpg')
  await writeFile(target, await chatCopy('robot', 1))
  return target
}
