import { mkdir, mkdtemp, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Fault } from '../../shared/faults.ts'
import type { PackagePlan, PlannedPart } from '../../shared/packing/plan.ts'
import { mountVolume, mayMount } from './mount-volume.fixture.ts'
import { preflight, type PackageSource, type PreflightOptions } from './preflight.ts'

const MB = 1024 * 1024
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kepuri-预检-'))
  await mkdir(at('素材'))
  await writeFile(at('素材', '1.jpg'), 'abc')
})
afterEach(() => rm(folder, { recursive: true, force: true }))
const at = (...names: string[]) => path.join(folder, ...names)

const source = (): PackageSource => {
  const file = { path: at('素材', '1.jpg'), given: '素材/1.jpg', root: at('素材'), relative: '1.jpg' }
  return { file: { ...file, bytes: 3, modifiedMs: 0 }, bytes: 3 }
}
const part = (bytes: number, given: Partial<PlannedPart> = {}): PlannedPart => ({
  index: 1,
  of: 1,
  fileName: '素材.zip',
  way: 'attachment',
  items: [{ item: 'a', path: '图片/启动.jpg', name: '启动.jpg', number: 1, kind: 'image', bytes }],
  ...given,
})
const planOf = (...parts: PlannedPart[]): PackagePlan => ({
  folderName: '包',
  plan: 'one',
  cap: 45 * MB,
  parts,
})
const look = (given: Partial<PreflightOptions> = {}, place = at('输出', '甲')) =>
  preflight({
    plan: planOf(part(3)),
    out: { path: place, given: '输出/甲' },
    sources: [source()],
    drafts: false,
    documents: MB,
    signal: new AbortController().signal,
    ...given,
  })

test('a place below which all is well is judged without a trace', async () => {
  const { faults, notes, needed = Infinity, free } = await look()
  expect([faults, notes]).toEqual([[], []])
  expect(needed).toBe(Math.ceil((3 + MB) * 1.05 + 2 * MB))
  expect(free).toBeGreaterThan(needed)
  expect(await readdir(folder)).toEqual(['素材'])
})
test('a place in a dropped folder is refused, and not tried there', async () => {
  await symlink(at('素材'), at('链接'), 'junction')
  for (const place of [at('素材'), at('素材', '包'), at('链接', '包')])
    expect((await look({}, place)).faults).toEqual([
      { code: 'out-inside-source', out: '输出/甲', source: '素材' },
    ])
  expect(await readdir(at('素材'))).toEqual(['1.jpg'])
})
test('a file in the way is told of', async () => {
  await writeFile(at('输出'), '')
  expect((await look()).faults).toEqual([{ code: 'out-unwritable', path: '输出/甲', reason: 'ENOTDIR' }])
  expect((await look({}, at('输出'))).faults).toMatchObject([{ reason: 'EEXIST' }])
})
test('more than there is room for is told of with figures, however much: drafts hold their mails once more', async () => {
  const { free = 0 } = await look()
  const half = planOf(part(Math.floor(free / 2)))
  expect((await look({ plan: half })).faults).toEqual([])
  const { faults, needed } = await look({ plan: half, drafts: true })
  expect(needed).toBeGreaterThan(free)
  expect(faults).toMatchObject([{ code: 'disk-full', path: '输出/甲', needed }])
  const carried = planOf(part(Math.floor(free / 2), { way: 'large' }))
  expect((await look({ plan: carried, drafts: true })).faults).toEqual([])
})
test('all that is wrong is told at once: files first, then the place', async () => {
  await truncate(at('素材', '1.jpg'), 1)
  const { faults } = await look({ plan: planOf(part(2 ** 50)) })
  expect(faults.map(({ code }) => code)).toEqual(['source-changed', 'disk-full'])
})
test('a name that no Windows could write is a bug, not the clerk’s', async () => {
  const call = look({ plan: planOf(part(3, { fileName: 'a:b.zip' })) })
  await expect(call).rejects.toThrow('a:b.zip')
  await expect(call).rejects.not.toBeInstanceOf(Fault)
})
test('a path too long for the receiver is a note', async () => {
  const items = [{ ...part(3).items[0], path: `图片/${'长'.repeat(200)}.jpg` }] as PlannedPart['items']
  expect((await look({ plan: planOf(part(3, { items })) })).notes).toMatchObject([
    { code: 'long-path', where: 'unpacked', limit: 259 },
  ])
})
test('cancelled, it says so', async () => {
  const signal = AbortSignal.abort()
  await expect(look({ signal })).rejects.toMatchObject({ data: { code: 'cancelled' } })
})

describe.skipIf(!mayMount)('on a volume of 20 MB, mounted by root', () => {
  test('what is free there counts, and not what is free above', async () => {
    await using volume = await mountVolume('size=20m', at('U盘'))
    const { faults, free } = await look({ plan: planOf(part(18 * MB)) }, path.join(volume.place, '输出'))
    expect(free).toBe(20 * MB)
    expect(faults).toMatchObject([{ code: 'disk-full', free: 20 * MB }])
  })
  test('one that takes no entry more is full, whatever space it has', async () => {
    await using volume = await mountVolume('size=20m,nr_inodes=1', at('U盘'))
    const { faults, free } = await look({}, volume.place)
    expect(faults).toEqual([{ code: 'disk-full', path: '输出/甲' }])
    expect(free).toBe(20 * MB)
    const large = await look({ plan: planOf(part(20 * MB)) }, volume.place)
    expect(large.faults).toEqual([
      { code: 'disk-full', path: '输出/甲', needed: large.needed, free: 20 * MB },
    ])
  })
  test('one that may only be read is told of', async () => {
    await using volume = await mountVolume('size=20m,ro', at('U盘'))
    expect((await look({}, volume.place)).faults).toMatchObject([{ code: 'out-unwritable', reason: 'EROFS' }])
  })
})
