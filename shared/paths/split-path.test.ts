import { describe, expect, test } from 'vitest'
import { plainNames, windowsRoots } from './awkward.fixture.ts'
import { folderNames, joinPath, lastName, splitPath, withSlashes } from './paths.ts'

describe('a path in its names', () => {
  test.each([
    ['C:\\照片\\.\\\\进校园/1.jpg', ['照片', '进校园', '1.jpg']],
    ['C:照片\\1.jpg', ['照片', '1.jpg']],
    ['\\\\server\\share\\照片', ['照片']],
    ['\\\\?\\C:\\a/b\\c', ['a/b', 'c']],
    ['C:\\', []],
    ['..\\a', ['..', 'a']],
  ])('%j of Windows', (path, names) => expect(splitPath(path, 'windows').names).toEqual(names))

  test.each([
    ['/照片//进校园/./1.jpg', ['照片', '进校园', '1.jpg']],
    ['/a\\b/C:c', ['a\\b', 'C:c']],
    ['/', []],
  ])('%j of Linux', (path, names) => expect(splitPath(path, 'posix').names).toEqual(names))

  test('what was joined comes apart again, below every root of either system', () => {
    const names = plainNames(600, 7)
    const roots = [...windowsRoots.map(([written]) => [written, 'windows'] as const), ['/', 'posix'] as const]
    for (const [root, system] of roots)
      for (let at = 0; at + 3 <= names.length; at += 3) {
        const some = names.slice(at, at + 3)
        expect(splitPath(joinPath(root, some, system), system).names).toEqual(some)
      }
  })
})

test.each([
  ['D:\\照片', ['a', 'b.jpg'], 'D:\\照片\\a\\b.jpg'],
  ['D:/照片', ['a', 'b.jpg'], 'D:/照片/a/b.jpg'],
  ['D:\\', ['b.jpg'], 'D:\\b.jpg'],
  ['D:', ['a', 'b.jpg'], 'D:a\\b.jpg'],
  ['\\\\server\\share', ['b.jpg'], '\\\\server\\share\\b.jpg'],
  ['\\\\?\\D:\\a/b', ['c'], '\\\\?\\D:\\a/b\\c'],
  ['照片', ['b.jpg'], '照片\\b.jpg'],
  ['', ['b.jpg'], 'b.jpg'],
  ['D:\\照片\\a.jpg', [], 'D:\\照片\\a.jpg'],
])('below %j of Windows stand %j', (folder, names, path) =>
  expect(joinPath(folder, names, 'windows')).toBe(path),
)

test.each([
  ['/照片', ['a'], '/照片/a'],
  ['/', ['a'], '/a'],
  ['D:', ['a'], 'D:/a'],
  ['反\\斜\\', ['a'], '反\\斜\\/a'],
])('below %j of Linux stand %j', (folder, names, path) => expect(joinPath(folder, names, 'posix')).toBe(path))

test.each([
  ['\\\\server\\科普部\\2023', 'windows', ['科普部', '2023']],
  ['\\\\?\\UNC\\server\\科普部', 'windows', ['科普部']],
  ['D:\\2023\\照片', 'windows', ['2023', '照片']],
  ['D:\\', 'windows', []],
  ['/media/U盘', 'posix', ['media', 'U盘']],
] as const)('the folders of %j have names for people', (path, system, names) =>
  expect(folderNames(path, system)).toEqual(names),
)

test.each([
  ['C:\\a\\b.jpg', 'b.jpg'],
  ['/a/b.jpg/', 'b.jpg'],
  ['b.jpg', 'b.jpg'],
  ['/', '/'],
])('the last name of %j, wherever it comes from', (path, name) => expect(lastName(path)).toBe(name))

test('a backslash is a letter of a name on Linux', () => {
  expect(withSlashes('a\\b/c', 'windows')).toBe('a/b/c')
  expect(withSlashes('a\\b/c', 'posix')).toBe('a\\b/c')
})
