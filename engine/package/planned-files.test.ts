import { describe, expect, test } from 'vitest'
import type { PlannedPart } from '../../shared/packing/plan.ts'
import { fatLargestFile } from '../sources/volume.ts'
import { diskFull, plannedFiles, roomFaults, spaceNeeded } from './planned-files.ts'

const GB = 1024 ** 3
const MiB = 1024 ** 2
/** Of a package that is small beside it. */
const margin = (bytes: number) => 2 * MiB + bytes / 20
/** 10,000 bytes as lines of base64, and what stands around them. */
const draft = 13_336 + 2 * 175 + 64 * 1024
const out = { path: '/U盘', given: 'E:/' }
const part = (way: PlannedPart['way'], ...sizes: number[]): PlannedPart => ({
  index: 1,
  of: 1,
  fileName: way === 'disk' ? '素材' : '素材.zip',
  way,
  items: sizes.map((bytes, at) => {
    const name = `${at}.mp4`
    return { item: name, path: `视频/${name}`, name, number: at + 1, kind: 'video', bytes }
  }),
})
const planned = (drafts: boolean, ...parts: PlannedPart[]) => ({ plan: { parts }, documents: 1000, drafts })
const codes = (free: number | undefined, limit: number | undefined, given: ReturnType<typeof planned>) =>
  roomFaults(given, out, { free, largestFile: limit }).map(({ code }) => code)

test('an archive holds its files and documents; a draft holds an archive that its mail carries, once more', () => {
  expect(plannedFiles(planned(true, part('attachment', 9_000), part('large', 9_000)))).toEqual([
    { name: '素材.zip', bytes: 10_000, attached: true },
    { name: '邮件草稿（第1封，共2封）.eml', bytes: draft, attached: false },
    { name: '素材.zip', bytes: 10_000, attached: true },
  ])
  expect(spaceNeeded(planned(true, part('attachment', 9_000)))).toBe(
    Math.ceil(10_000 + draft + margin(10_000 + draft)),
  )
  expect(spaceNeeded(planned(false, part('attachment', 9_000)))).toBe(10_000 + margin(10_000))
})
test('a part that is carried on a disk is its files as they are, with documents beside them', () => {
  expect(plannedFiles(planned(true, part('disk', 5, 6)))).toEqual([
    { name: '素材/视频/0.mp4', bytes: 5, attached: false },
    { name: '素材/视频/1.mp4', bytes: 6, attached: false },
  ])
  expect(spaceNeeded(planned(true, part('disk', 5, 6)))).toBe(Math.ceil(1011 + margin(1011)))
})
test('what is kept free beyond the files is little for a little package, and never more than 32 MiB', () => {
  expect(codes(5 * MiB, undefined, planned(false, part('attachment', 2 * MiB)))).toEqual([])
  expect(codes(4 * MiB, undefined, planned(false, part('attachment', 2 * MiB)))).toEqual(['disk-full'])
  expect(spaceNeeded(planned(false, part('attachment', 3 * GB)))).toBe(3 * GB + 1000 + 32 * MiB)
})
test('figures of a full disk are told where they say so', () => {
  const given = planned(false, part('attachment', 2 * MiB))
  expect(diskFull(given, out, MiB)).toEqual({
    code: 'disk-full',
    path: 'E:/',
    needed: spaceNeeded(given),
    free: MiB,
  })
  for (const free of [GB, undefined])
    expect(diskFull(given, out, free)).toEqual({ code: 'disk-full', path: 'E:/' })
})
describe('on FAT32', () => {
  const full = fatLargestFile - 1000
  test('an archive of 4 GiB − 1 byte finds place, and one larger by a byte does not', () => {
    expect(codes(undefined, fatLargestFile, planned(false, part('handed', full)))).toEqual([])
    const larger = planned(false, part('handed', 5), part('large', full + 1))
    expect(roomFaults(larger, out, { free: undefined, largestFile: fatLargestFile })).toEqual([
      { code: 'file-too-large-for-disk', path: '素材.zip', bytes: 2 ** 32, limit: 2 ** 32 - 1 },
    ])
  })
  test('a folder of many gigabytes finds place as long as none of its files is too large', () => {
    expect(codes(undefined, fatLargestFile, planned(false, part('disk', 3 * GB, 3 * GB)))).toEqual([])
    expect(codes(undefined, fatLargestFile, planned(false, part('disk', 5, 4 * GB)))).toEqual([
      'file-too-large-for-disk',
    ])
  })
  test('a draft may be what is too large', () => {
    const mailed = planned(true, part('attachment', 3.5 * GB))
    expect(roomFaults(mailed, out, { free: 2 * GB, largestFile: fatLargestFile })).toMatchObject([
      { code: 'file-too-large-for-disk', path: '邮件草稿.eml' },
      { code: 'disk-full', path: 'E:/', free: 2 * GB },
    ])
  })
})
test('where neither is known, nothing is said', () => {
  expect(codes(undefined, undefined, planned(false, part('disk', 2 ** 50)))).toEqual([])
})
