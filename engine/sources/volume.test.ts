import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freeBytes, largestFile, volumeKind, volumeOf } from './volume.ts'

const ext4 = 0xef53
test.each([
  ['NFS', '/mnt/共享', 0x6969, 'network'],
  ['CIFS', '/mnt/共享', 0xff534d42, 'network'],
  // Some C libraries hand the number on with its sign.
  ['CIFS, signed', '/mnt/共享', 0xff534d42 | 0, 'network'],
  ['SMB 2', '/mnt/共享', 0xfe534d42, 'network'],
  ['a share of the GNOME desktop', '/run/user/1000/gvfs/smb-share:server=a', 0x65735546, 'network'],
  ['FAT', '/mnt/u', 0x4d44, 'removable'],
  ['exFAT', '/mnt/u', 0x2011bab0, 'removable'],
  ['whatever is mounted as sticks are', '/media/li/KINGSTON/包', ext4, 'removable'],
  ['and by newer desktops', '/run/media/li/KINGSTON', ext4, 'removable'],
  ['a disk', '/home/li/media/包', ext4, undefined],
  ['FUSE, which may be anything', '/home/li/x', 0x65735546, undefined],
] as const)('on Linux %s is told by its number or place', (_, place, type, kind) => {
  expect(volumeKind(place, type, 'linux')).toBe(kind)
})
test.each([
  [String.raw`\\server\share\包`, 'network'],
  ['//server/share/包', 'network'],
  [String.raw`\\?\UNC\server\share`, 'network'],
  [String.raw`\\?\C:\包`, undefined],
  [String.raw`\\.\C:\包`, undefined],
  [String.raw`E:\包`, undefined],
] as const)('on Windows %s is told by its path', (place, kind) => {
  expect(volumeKind(place, 0, 'win32')).toBe(kind)
})
test('only FAT stops below 4 GiB, and only Linux names it', () => {
  expect(largestFile(0x4d44, 'linux')).toBe(4_294_967_295)
  expect(largestFile(ext4, 'linux')).toBeUndefined()
  expect(largestFile(0x4d44, 'win32')).toBeUndefined()
})
test('of a real place the free bytes are known, of one that is not there nothing', async () => {
  const { free, kind } = await volumeOf(tmpdir())
  expect(free).toBeGreaterThan(0)
  expect(kind).toBeUndefined()
  expect(await volumeOf(path.join(tmpdir(), '没有', '这里'))).toMatchObject({ free: undefined, named: false })
})
test('of a file system that answers zeros, as some in user space do, nothing is known', () => {
  expect(freeBytes({ blocks: 0, bavail: 0, bsize: 4096, frsize: 4096 })).toBeUndefined()
  expect(freeBytes({ blocks: 100, bavail: 0, bsize: 4096, frsize: 4096 })).toBe(0)
})
test('blocks are counted in fragments where the system tells their size', () => {
  expect(freeBytes({ blocks: 100, bavail: 10, bsize: 131_072, frsize: 4096 })).toBe(40_960)
  expect(freeBytes({ blocks: 100, bavail: 10, bsize: 4096, frsize: 0 })).toBe(40_960)
  expect(freeBytes({ blocks: 100, bavail: 10, bsize: 4096 })).toBe(40_960)
})
