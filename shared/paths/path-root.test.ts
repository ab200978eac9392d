import { expect, test } from 'vitest'
import { rootOf } from './paths.ts'

test.each([
  ['C:\\照片\\1.jpg', 'drive', 'C:\\', 'C:\\'],
  ['c:/照片', 'drive', 'c:/', 'C:\\'],
  ['C:照片', 'drive-relative', 'C:', 'C:'],
  ['C:', 'drive-relative', 'C:', 'C:'],
  ['\\照片', 'rooted', '\\', '\\'],
  ['/照片', 'rooted', '/', '\\'],
  ['照片\\1.jpg', 'none', '', ''],
  ['1:\\a', 'none', '', ''],
  ['\\\\server\\share\\a', 'share', '\\\\server\\share\\', '\\\\server\\share\\'],
  ['\\\\server\\share', 'share', '\\\\server\\share', '\\\\server\\share\\'],
  ['//server/share/a', 'share', '//server/share/', '\\\\server\\share\\'],
  ['\\\\wsl.localhost\\Debian\\a', 'share', '\\\\wsl.localhost\\Debian\\', '\\\\wsl.localhost\\Debian\\'],
  ['\\\\server', 'rooted', '\\', '\\'],
  ['\\\\?\\C:\\a', 'drive', '\\\\?\\C:\\', 'C:\\'],
  ['\\\\?\\UNC\\server\\share\\a', 'share', '\\\\?\\UNC\\server\\share\\', '\\\\server\\share\\'],
  ['\\\\?\\unc\\server\\share', 'share', '\\\\?\\unc\\server\\share', '\\\\server\\share\\'],
  ['\\\\?\\Volume{1-2}\\a', 'device', '\\\\?\\Volume{1-2}\\', '\\\\?\\Volume{1-2}\\'],
  ['\\\\.\\PhysicalDrive0', 'device', '\\\\.\\PhysicalDrive0', '\\\\.\\PhysicalDrive0\\'],
  ['//./pipe/x', 'device', '//./pipe/', '\\\\.\\pipe\\'],
  ['', 'none', '', ''],
])('%j of Windows begins with a %s', (path, kind, text, plain) =>
  expect(rootOf(path, 'windows')).toMatchObject({ kind, text, plain }),
)

test.each([
  ['/home/a', 'posix', '/'],
  ['//server/share', 'posix', '/'],
  ['C:\\a', 'none', ''],
  ['\\\\server\\share', 'none', ''],
  ['a', 'none', ''],
])('%j of Linux begins with a %s', (path, kind, text) =>
  expect(rootOf(path, 'posix')).toMatchObject({ kind, text }),
)

test('only what is written with the sign for it is taken as it stands', () => {
  expect(rootOf('\\\\?\\C:\\a', 'windows').verbatim).toBe(true)
  expect(rootOf('//?/C:/a', 'windows').verbatim).toBe(false)
})
