import { copyFile, mkdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEngine } from '../engine.fixture.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
let folder: string
beforeEach(async () => {
  engine = await openEngine()
  folder = path.join(engine.folder, 'photos')
  await mkdir(folder)
})
afterEach(() => engine.close())

const media = (name: string) => path.join(import.meta.dirname, '../fixtures/media', name)
const walk = async () => {
  const { files } = await engine.client['sources.walk']({ claims: [engine.claim(folder)] })
  return files.map(({ id }) => id)
}
const thumbnails = (files: string[]) => engine.client['media.thumbnails']({ files })
const pictureOf = (jpeg: string | null | undefined) => sharp(Buffer.from(jpeg ?? '', 'base64'))

test('a picture stands upright in its thumbnail, whatever its EXIF orientation', async () => {
  await copyFile(media('photo-orientation-6.jpg'), path.join(folder, 'a.jpg'))
  const files = await walk()
  await engine.client['media.probe']({ files })
  const [thumbnail] = await thumbnails(files)
  const { format, width, height, orientation } = await pictureOf(thumbnail?.jpeg).metadata()
  expect({ format, width, height, orientation }).toEqual({ format: 'jpeg', width: 320, height: 240 })
})
test('the colours of a wide-gamut picture are shown in sRGB', async () => {
  const orange = { r: 200, g: 120, b: 40 }
  const solid = sharp({ create: { width: 400, height: 300, channels: 3, background: orange } })
  await solid.jpeg({ quality: 100 }).withIccProfile('p3').toFile(path.join(folder, 'p3.jpg'))
  const raw = await sharp(path.join(folder, 'p3.jpg'), { ignoreIcc: true }).raw().toBuffer()
  expect(Math.abs((raw[0] ?? 0) - orange.r)).toBeGreaterThan(5)
  const files = await walk()
  await engine.client['media.probe']({ files })
  const [thumbnail] = await thumbnails(files)
  const shown = await pictureOf(thumbnail?.jpeg).raw().toBuffer()
  for (const [channel, value] of Object.values(orange).entries())
    expect(Math.abs((shown[channel] ?? 0) - value)).toBeLessThan(5)
})
test('what was not probed, has no picture, was changed since or is unknown has no thumbnail, in the order asked', async () => {
  for (const name of ['1.jpg', '2.jpg', '3.jpg'])
    await copyFile(media('photo-restart-markers.jpg'), path.join(folder, name))
  await writeFile(path.join(folder, '4.txt'), 'text')
  const files = await walk()
  const [whole = '', changed = '', fresh = '', text = ''] = files
  await engine.client['media.probe']({ files: [whole, changed, text] })
  await utimes(path.join(folder, '2.jpg'), 1, 1)
  const asked = ['no-such', text, fresh, changed, whole]
  const answers = await thumbnails(asked)
  expect(answers.map(({ id }) => id)).toEqual(asked)
  expect(answers.map(({ jpeg }) => jpeg !== null)).toEqual([false, false, false, false, true])
})
