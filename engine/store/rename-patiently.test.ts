import type * as Files from 'node:fs/promises'
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { beforeEach, expect, test, vi } from 'vitest'
import { temporaryFolder } from '../probe/probe.fixture.ts'
import { renamePatiently } from './rename-patiently.ts'

vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof Files>()
  return { ...real, rename: vi.fn(real.rename) }
})
const folder = temporaryFolder()
const failing = (code: string) =>
  vi.mocked(rename).mockRejectedValueOnce(Object.assign(new Error(code), { code }))
let home = ''
beforeEach(async () => {
  home = folder.path(String(Math.random()))
  await mkdir(home)
  await writeFile(`${home}/新`, '')
  vi.mocked(rename).mockClear()
})

test('what a scanner holds for a moment is renamed when it lets go', async () => {
  for (const code of ['EPERM', 'EBUSY', 'EACCES']) failing(code)
  await renamePatiently(`${home}/新`, `${home}/名`)
  expect(await readdir(home)).toEqual(['名'])
})
test.each([
  ['for what no waiting mends', 'ENOSPC', undefined],
  ['where the name was taken meanwhile', 'EPERM', async () => true],
])('nothing is waited for %s', async (_, code, hopeless) => {
  failing(code)
  await expect(renamePatiently(`${home}/新`, `${home}/名`, hopeless)).rejects.toMatchObject({ code })
  expect(rename).toHaveBeenCalledOnce()
})
