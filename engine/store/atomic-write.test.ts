import { mkdir, readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../probe/probe.fixture.ts'
import { writeFileAtomically } from './atomic-write.ts'

const folder = temporaryFolder()

it('writes and replaces, leaving nothing else behind', async () => {
  await mkdir(folder.path('a'))
  const path = folder.path('a/项目.json')
  await writeFileAtomically(path, '一')
  await writeFileAtomically(path, Buffer.from('二'), { flush: false })
  expect(await readFile(path, 'utf8')).toBe('二')
  expect(await readdir(folder.path('a'))).toEqual(['项目.json'])
})

it('leaves one whole content where several write at once', async () => {
  await mkdir(folder.path('b'))
  const path = folder.path('b/x')
  const contents = Array.from({ length: 20 }, (_, n) => String(n).repeat(50_000))
  await Promise.all(contents.map((content) => writeFileAtomically(path, content)))
  expect(contents).toContain(await readFile(path, 'utf8'))
  expect(await readdir(folder.path('b'))).toEqual(['x'])
})

it('rejects and cleans up where the target cannot be replaced, or its folder is missing', async () => {
  await mkdir(folder.path('c/target/full'), { recursive: true })
  await expect(writeFileAtomically(folder.path('c/target'), 'x')).rejects.toMatchObject({
    code: expect.any(String),
  })
  expect(await readdir(folder.path('c'))).toEqual(['target'])
  await expect(writeFileAtomically(folder.path('d/x'), 'x')).rejects.toMatchObject({ code: 'ENOENT' })
})

it('takes names as long as the file system does', async () => {
  const name = `${'科'.repeat(80)}.json`
  await writeFileAtomically(folder.path(name), 'x')
  expect(await readFile(folder.path(name), 'utf8')).toBe('x')
})
