import { describe, expect, test } from 'vitest'
import type { PlannedPart } from '../../shared/packing/plan.ts'
import { fatLargestFile } from '../sources/volume.ts'
import { plannedFiles, roomFaults, spaceNeeded } from './planned-files.ts'

const GB = 1024 ** 3
const margin = 32 * 1024 ** 2
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
    { name: '邮件草稿（第1封，共2封）.eml', bytes: 13_700, attached: false },
    { name: '素材.zip', bytes: 10_000, attached: true },
  ])
  expect(spaceNeeded(planned(true, part('attachment', 9_000)))).toBe(23_700 + margin)
  expect(spaceNeeded(planned(false, part('attachment', 9_000)))).toBe(10_000 + margin)
})
test('a part that is carried on a disk is its files as they are, with documents beside them', () => {
  expect(plannedFiles(planned(true, part('disk', 5, 6)))).toEqual([
    { name: '素材/视频/0.mp4', bytes: 5, attached: false },
    { name: '素材/视频/1.mp4', bytes: 6, attached: false },
  ])
  expect(spaceNeeded(planned(true, part('disk', 5, 6)))).toBe(1011 + margin)
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
