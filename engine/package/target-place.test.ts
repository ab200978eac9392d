import { chmod, mkdir, mkdtemp, readdir, rm, statfs, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPackingJournal } from '../store/unfinished/packing-journal.ts'
import { beaten } from './beaten-journal.fixture.ts'
import { findTarget, tryTarget } from './target-place.ts'

const windows = process.platform === 'win32'
let folder = ''
beforeEach(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'kepuri-目标-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))
const at = (...names: string[]) => path.join(folder, ...names)

test('the nearest folder that is there is found, and nothing is made', async () => {
  expect(await findTarget(folder)).toEqual({ nearest: folder })
  expect(await findTarget(at('甲', '乙'))).toEqual({ nearest: folder })
  expect(await readdir(folder)).toEqual([])
})
test('a file in the place or above it is in the way', async () => {
  await writeFile(at('甲'), '')
  expect(await findTarget(at('甲'))).toEqual({ nearest: at('甲'), trouble: 'EEXIST' })
  expect(await findTarget(at('甲', '乙', '丙'))).toEqual({ nearest: at('甲'), trouble: 'ENOTDIR' })
})
test.skipIf(windows)('so is a link to nowhere, and one in a circle', async () => {
  await symlink(at('没有'), at('甲'))
  await symlink(at('乙'), at('乙'))
  expect(await findTarget(at('甲', '丙'))).toEqual({ nearest: at('甲'), trouble: 'ENOENT' })
  expect(await findTarget(at('乙'))).toEqual({ nearest: at('乙'), trouble: 'ELOOP' })
})
test('a folder that can be written is tried without a trace', async () => {
  expect(await tryTarget(folder, {})).toBeUndefined()
  expect(await readdir(folder)).toEqual([])
})
test('one that another run’s sweep takes away meanwhile is tried above', async () => {
  await mkdir(at('甲', '乙'), { recursive: true })
  const real = openPackingJournal({ dataDir: at('data'), log: () => undefined })
  const journal = { ...real, note: beaten(real.note, [at('甲'), at('甲', '乙')]) }
  expect(await tryTarget(at('甲', '乙'), { journal })).toBeUndefined()
  expect(await readdir(folder)).toEqual(['data'])
  expect(await readdir(at('data', 'packing'))).toEqual([])
})
test.skipIf(process.platform !== 'linux')(
  'one that cannot is told of by the system’s reason (Linux)',
  async () => {
    expect(await tryTarget('/proc', {})).toEqual({ trouble: 'ENOENT' })
  },
)
test.skipIf(windows || process.getuid?.() === 0)(
  'one without the right to is told of (not to root)',
  async () => {
    await chmod(folder, 0o500)
    expect(await tryTarget(folder, {})).toEqual({ trouble: 'EACCES' })
  },
)
const ext4 = (await statfs(tmpdir())).type === 0xef53
test.skipIf(!ext4)('a file larger than ext4 holds finds no place there, and leaves none (ext4)', async () => {
  // 8 PiB; ext4 stops at 16 TiB, as FAT32 does at 4 GiB.
  expect(await tryTarget(folder, { largest: Number.MAX_SAFE_INTEGER })).toEqual({ tooLarge: true })
  expect(await tryTarget(folder, { largest: 5 * 2 ** 30 })).toBeUndefined()
  expect(await readdir(folder)).toEqual([])
})
