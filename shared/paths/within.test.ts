import { describe, expect, test } from 'vitest'
import { plainNames, windowsRoots } from './awkward.fixture.ts'
import { isWithin, samePath } from './paths.ts'

describe('below a folder of Windows', () => {
  test.each([
    ['c:\\a\\b', 'C:\\A'],
    ['C:/a/b', 'C:\\a\\'],
    ['\\\\?\\C:\\A\\b', 'c:\\a'],
    ['C:\\a', 'C:\\A\\.'],
    ['C:\\x\\..\\a\\b', 'C:\\a'],
    ['D:\\a', 'd:/'],
    ['\\\\SERVER\\Share\\a', '\\\\server\\share'],
    ['\\\\?\\UNC\\server\\share\\a', '//server/share/'],
    ['C:\\..a\\b', 'C:\\..a'],
  ])('%j lies %j', (inner, outer) => expect(isWithin(inner, outer, 'windows')).toBe(true))

  test.each([
    ['C:\\ab', 'C:\\a'],
    ['C:\\a', 'C:\\a\\b'],
    ['C:\\a\\..\\b', 'C:\\a'],
    ['D:\\a', 'C:\\a'],
    ['C:a\\b', 'C:a'],
    ['\\a\\b', '\\a'],
    ['a\\b', 'a'],
    ['\\\\server\\share2\\a', '\\\\server\\share'],
    ['\\\\server\\share', '\\\\other\\share'],
    ['C:\\a\\b', ''],
    ['C:\\straße\\b', 'C:\\strasse'],
    ['C:\\\u212A\\b', 'C:\\k'],
    ['\\\\?\\C:\\a\\b', '\\\\?\\C:\\a.'],
  ])('%j does not lie %j', (inner, outer) => expect(isWithin(inner, outer, 'windows')).toBe(false))

  test('so does every path below its folders, however each is spelled', () => {
    const names = plainNames(300, 31)
    for (const [written, plain] of windowsRoots)
      for (let at = 0; at + 3 <= names.length; at += 3) {
        const [a = '', b = '', c = ''] = names.slice(at, at + 3)
        expect(isWithin(`${written}${a}\\${b}\\${c}`, `${plain}${a}\\${b}`, 'windows')).toBe(true)
        expect(isWithin(`${plain}${a}\\${b}`, `${written}${a}\\${b}\\${c}`, 'windows')).toBe(false)
        expect(isWithin(`${plain}${a}x\\${b}`, `${written}${a}`, 'windows')).toBe(false)
        expect(samePath(`${written}${a}`.toLowerCase(), `${plain}${a}`.toLowerCase(), 'windows')).toBe(true)
      }
  })
})

describe('below a folder of Linux', () => {
  test.each([
    ['/a/b', '/a', true],
    ['/a/b', '/', true],
    ['/a', '/a/', true],
    ['/A/b', '/a', false],
    ['/ab', '/a', false],
    ['/a/../b', '/a', false],
    ['/..a', '/..a', true],
    ['a/b', 'a', false],
    ['/a\\b', '/a', false],
  ])('%j, %j: %j', (inner, outer, is) => expect(isWithin(inner, outer, 'posix')).toBe(is))
})
