import { copyFile, mkdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEngine } from '../engine.fixture.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
let folder: string
beforeEach(async () => {
  engine = await openEngine()
  folder = path.join(engine.folder, '老照片')
  await mkdir(folder)
})
afterEach(() => engine.close())

const at = (name: string) => path.join(folder, name)
const walk = async (): Promise<string[]> => {
  const { files } = await engine.client['sources.walk']({ claims: [engine.claim(folder)] })
  return files.map(({ id }) => id)
}
const preview = async (file = '') => (await engine.client['media.preview']({ file })).jpeg
const orange = { r: 200, g: 120, b: 40 }
const solid = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: orange } })

test('a large scan is shown upright as a JPEG in sRGB of 2400 pixels, a smaller one as it is', async () => {
  await solid(3000, 4000).withMetadata({ orientation: 6 }).tiff({ compression: 'none' }).toFile(at('1.tif'))
  await solid(1200, 900).toColourspace('cmyk').tiff().toFile(at('2.tif'))
  const files = await walk()
  await engine.client['media.probe']({ files })
  const pictures = await Promise.all(
    files.map(async (id) => Buffer.from((await preview(id)) ?? '', 'base64')),
  )
  const shown = await Promise.all(pictures.map((jpeg) => sharp(jpeg).metadata()))
  expect(shown.map(({ format, width, height, space }) => [format, width, height, space])).toEqual([
    ['jpeg', 2400, 1800, 'srgb'],
    ['jpeg', 1200, 900, 'srgb'],
  ])
})

test('what was not probed, is no picture, cannot be decoded, was changed since or is unknown has none', async () => {
  const heic = path.join(import.meta.dirname, '../fixtures/media/iphone.heic')
  await copyFile(heic, at('1.heic'))
  await writeFile(at('2.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  for (const name of ['3.tif', '4.tif']) await solid(40, 30).tiff().toFile(at(name))
  const files = await walk()
  await engine.client['media.probe']({ files: files.slice(0, 3) })
  await utimes(at('3.tif'), 1, 1)
  for (const file of [...files, 'no-such']) expect(await preview(file)).toBeNull()
})
