import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { canHold, holdFile } from '../store/hold-file.fixture.ts'
import { checkSources, type PackageSource, sourceChange } from './check-sources.ts'

const never = new AbortController().signal
const windows = process.platform === 'win32'
let folder = ''
beforeEach(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'kepuri-材料-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const source = (name: string, bytes = 3): PackageSource => ({
  file: {
    path: path.join(folder, name),
    given: `素材/${name}`,
    root: folder,
    relative: name,
    bytes,
    modifiedMs: 0,
  },
  bytes,
})
const faultOf = async (...names: string[]) =>
  (
    await checkSources(
      names.map((name) => source(name)),
      never,
    )
  ).fault
const write = (name: string) => writeFile(path.join(folder, name), 'abc')

test('files as they were measured are fine, also when only their time is another', async () => {
  await write('1.jpg')
  await utimes(path.join(folder, '1.jpg'), new Date('2020-01-01'), new Date('2020-01-01'))
  expect(await checkSources([source('1.jpg')], never)).toEqual({ fault: undefined, notes: [] })
})
test('all that are gone, changed or no files any more are named in one fault', async () => {
  await Promise.all(['1.jpg', '2.jpg', '3.jpg', '4.jpg'].map(write))
  await rm(path.join(folder, '1.jpg'))
  await truncate(path.join(folder, '3.jpg'), 2)
  await rm(path.join(folder, '4.jpg'))
  await mkdir(path.join(folder, '4.jpg'))
  expect(await faultOf('1.jpg', '2.jpg', '3.jpg', '4.jpg')).toEqual({
    code: 'source-changed',
    path: '素材/1.jpg',
    change: 'vanished',
    more: [
      { path: '素材/3.jpg', change: 'changed' },
      { path: '素材/4.jpg', change: 'changed' },
    ],
  })
})
test('a file in whose way above a file stands is gone', async () => {
  await write('甲')
  expect(await faultOf('甲/1.jpg')).toMatchObject({ change: 'vanished' })
})
test('of hundreds that are gone fifty more than the first are named', async () => {
  const fault = await faultOf(...Array.from({ length: 300 }, (_, at) => `${at}.jpg`))
  expect(fault?.path).toBe('素材/0.jpg')
  expect(fault?.more).toHaveLength(50)
})
test('ten thousand sources are opened, each, and no more than the system allows at once', async () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `${at}.jpg`)
  for (let at = 0; at < names.length; at += 500) await Promise.all(names.slice(at, at + 500).map(write))
  await rm(path.join(folder, '9999.jpg'))
  expect(await faultOf(...names)).toEqual({
    code: 'source-changed',
    path: '素材/9999.jpg',
    change: 'vanished',
  })
})
test.skipIf(windows)('a pipe in the place of a file holds nobody up', async () => {
  execFileSync('mkfifo', [path.join(folder, '1.jpg')])
  expect(await faultOf('1.jpg')).toMatchObject({ change: 'changed' })
})
test.skipIf(windows || process.getuid?.() === 0)(
  'a file that may not be read (not told to root)',
  async () => {
    await write('1.jpg')
    await chmod(path.join(folder, '1.jpg'), 0)
    expect(await faultOf('1.jpg')).toMatchObject({ change: 'unreadable' })
  },
)
test.skipIf(!canHold)(
  'one that another program holds for a moment is waited for, and no longer than that',
  async () => {
    await Promise.all(['1.jpg', '2.jpg'].map(write))
    {
      await using _ = await holdFile(path.join(folder, '1.jpg'), 150)
      expect(await faultOf('1.jpg', '2.jpg')).toBeUndefined()
    }
    await using _ = await holdFile(path.join(folder, '2.jpg'), 60_000)
    expect(await faultOf('1.jpg', '2.jpg')).toEqual({
      code: 'source-changed',
      path: '素材/2.jpg',
      change: 'locked',
    })
  },
)
test('a check that is cancelled ends', async () => {
  await expect(checkSources([source('1.jpg')], AbortSignal.abort(new Error('halt')))).rejects.toThrow('halt')
})
test.each([
  ['EBUSY', 'linux', 'locked'],
  ['EBUSY', 'win32', 'locked'],
  ['EPERM', 'win32', 'locked'],
  ['EPERM', 'linux', 'unreadable'],
  ['EACCES', 'win32', 'unreadable'],
  ['EIO', 'linux', 'unreadable'],
  ['ESTALE', 'linux', 'unreadable'],
  ['ENOENT', 'win32', 'vanished'],
] as const)('%s on %s means that a source is %s', (code, platform, change) => {
  expect(sourceChange(Object.assign(new Error(code), { code }), platform)).toBe(change)
})
