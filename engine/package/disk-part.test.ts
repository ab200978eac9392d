import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isPresent } from './other-readers.fixture.ts'
import { build, inNewFolders, leftovers, out, source, twoPhotos, verify } from './packing-desk.fixture.ts'

inNewFolders()

test('what is carried on a disk is a folder with the files as they are', async () => {
  const result = await build(await twoPhotos(), { sending: { plan: 'disk' } })
  const [part] = result.packages
  if (!part) throw new Error('no part')
  expect(result.packages).toHaveLength(1)
  expect(part.way).toBe('disk')
  expect((await stat(part.path)).isDirectory()).toBe(true)
  const files = (await readdir(part.path, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  )
  const places = files.map(({ parentPath, name }) => path.join(parentPath, name))
  const sizes = await Promise.all(places.map(async (place) => (await stat(place)).size))
  expect(part.bytes).toBe(sizes.reduce((sum, size) => sum + size, 0))
  expect(places.map((place) => path.relative(part.path, place))).toEqual(
    expect.arrayContaining(['manifest.json', 'manifest-sha256.txt', '说明文档.docx', '说明文档.xlsx']),
  )
  const sums = await readFile(path.join(part.path, 'manifest-sha256.txt'))
  expect(part.sha256).toBe(createHash('sha256').update(sums).digest('hex'))
  const pictures = places.filter((place) => place.endsWith('.jpg'))
  expect(pictures).toHaveLength(2)
  for (const [index, picture] of pictures.toSorted().entries()) {
    const original = path.join(source, `${index + 1}.jpg`)
    expect((await readFile(picture)).equals(await readFile(original))).toBe(true)
    expect((await stat(picture)).mtimeMs).toBeCloseTo((await stat(original)).mtimeMs, -1)
  }
  expect(await leftovers(out)).toEqual([])
  expect(await verify(part.path)).toMatchObject([{ ok: true, items: 2, problems: [] }])
})
test.skipIf(!isPresent('sha256sum'))('its checksums are right for anybody who has sha256sum', async () => {
  const { packages } = await build(await twoPhotos(), { sending: { plan: 'disk' } })
  const told = execFileSync('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd: packages[0]?.path ?? '' })
  expect(told.toString().match(/: OK$/gm)).toHaveLength(5)
})
