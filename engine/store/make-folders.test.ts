import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFolders } from './make-folders.ts'

let home: string
beforeEach(async () => void (home = await mkdtemp(path.join(tmpdir(), 'kepuri-folders-'))))
afterEach(() => rm(home, { recursive: true, force: true }))

test('missing folders are made, and the first of them is told', async () => {
  const folder = path.join(home, '甲', '乙', '丙')
  expect(await makeFolders(folder)).toBe(path.join(home, '甲'))
  expect((await stat(folder)).isDirectory()).toBe(true)
  expect(await makeFolders(folder)).toBeUndefined()
})
test('two programs may make the same folder at once', async () => {
  const folder = path.join(home, 'a', 'b')
  await Promise.all(Array.from({ length: 8 }, () => makeFolders(folder)))
  expect((await stat(folder)).isDirectory()).toBe(true)
})
test('a file in the way is told, as the folder and above it', async () => {
  const file = path.join(home, 'file')
  await writeFile(file, 'content')
  await expect(makeFolders(file)).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(makeFolders(path.join(file, 'x'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})
test.skipIf(process.platform !== 'linux')(
  'a place where nothing can be made is refused at once',
  async () => {
    await expect(makeFolders('/proc/kepuri/x')).rejects.toMatchObject({ code: 'ENOENT' })
  },
)
