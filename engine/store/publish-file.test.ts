import { readlinkSync } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../probe/probe.fixture.ts'
import { writeFileAtomically } from './atomic-write.ts'
import { publishFile } from './publish-file.ts'

const folder = temporaryFolder()
const linux = process.platform === 'linux'
afterEach(() => void vi.restoreAllMocks())

/** Names of what is forced to the disk from now on, in their order. The call goes on to the system. */
async function flushed(): Promise<string[]> {
  const names: string[] = []
  const handle = await open(import.meta.filename)
  const all = Object.getPrototypeOf(handle) as FileHandle
  await handle.close()
  const sync = all.sync
  vi.spyOn(all, 'sync').mockImplementation(function told(this: FileHandle) {
    names.push(path.basename(readlinkSync(`/proc/self/fd/${this.fd}`)))
    return sync.call(this)
  })
  return names
}

it('has its name only once it is proven, and nothing lies beside it', async () => {
  await mkdir(folder.path('a'))
  const [file, temporary] = [folder.path('a/x'), folder.path('a/.x')]
  const write = (handle: FileHandle) => handle.writeFile('一')
  const seen: unknown[] = []
  await publishFile(file, {
    temporary,
    write,
    prove: async (place) => void seen.push(await readFile(place, 'utf8'), await readdir(folder.path('a'))),
  })
  expect(seen).toEqual(['一', ['.x']])
  const prove = () => Promise.reject(new Error('differs'))
  const other = (handle: FileHandle) => handle.writeFile('二')
  await expect(publishFile(file, { temporary, write: other, prove })).rejects.toThrow('differs')
  expect(await readdir(folder.path('a'))).toEqual(['x'])
  expect(await readFile(file, 'utf8')).toBe('一')
})
it.skipIf(!linux)('its content and then its name are forced to the disk', async () => {
  await mkdir(folder.path('b'))
  const names = await flushed()
  const write = (handle: FileHandle) => handle.writeFile('一')
  await publishFile(folder.path('b/x'), { temporary: folder.path('b/.x'), write })
  expect(names).toEqual(['.x', path.basename(await realpath(folder.path('b')))])
})
it.skipIf(!linux)('so with files of the program’s own, but not with what may be lost', async () => {
  await mkdir(folder.path('c'))
  const names = await flushed()
  await writeFileAtomically(folder.path('c/x'), '一')
  expect(names).toEqual([expect.stringMatching(/^\.x\./), 'c'])
  await writeFileAtomically(folder.path('c/x'), '二', { flush: false })
  expect(names).toHaveLength(2)
})
