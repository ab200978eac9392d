import { describe, expect, test } from 'vitest'
import { awkwardNames, plainNames, windowsRoots } from './awkward.fixture.ts'
import { lengthOf, longForm, pathForProgram, plainPath, shortForm, withinMaxPath } from './paths.ts'

test.each([
  ['C:\\a\\b', '\\\\?\\C:\\a\\b'],
  ['c:/a/./b/../c', '\\\\?\\C:\\a\\c'],
  ['C:\\..\\..\\a', '\\\\?\\C:\\a'],
  ['\\\\server\\share\\a', '\\\\?\\UNC\\server\\share\\a'],
  ['\\\\server\\share', '\\\\?\\UNC\\server\\share\\'],
  ['\\\\?\\C:\\a', '\\\\?\\C:\\a'],
  ['C:a', 'C:a'],
  ['a\\b', 'a\\b'],
  ['\\a', '\\a'],
  ['\\\\.\\pipe\\x', '\\\\.\\pipe\\x'],
  ['\\\\?\\Volume{1}\\a', '\\\\?\\Volume{1}\\a'],
])('the long form of %j is %j', (path, long) => expect(longForm(path)).toBe(long))

test.each([
  ['\\\\?\\C:\\a\\b', 'C:\\a\\b'],
  ['\\\\?\\UNC\\server\\share\\a', '\\\\server\\share\\a'],
  ['\\\\?\\C:\\a.', '\\\\?\\C:\\a.'],
  ['\\\\?\\C:\\con\\a', '\\\\?\\C:\\con\\a'],
  ['\\\\?\\C:\\a/b', '\\\\?\\C:\\a/b'],
  ['\\\\?\\Volume{1}\\a', '\\\\?\\Volume{1}\\a'],
  ['C:\\a', 'C:\\a'],
])('the short form of %j is %j', (path, short) => expect(shortForm(path)).toBe(short))

test('both forms lead to the same place, below every root and through awkward names', () => {
  const names = plainNames(400, 21)
  for (const [written, plain] of windowsRoots)
    for (let at = 0; at + 2 <= names.length; at += 2) {
      const below = names.slice(at, at + 2).join('\\')
      expect(longForm(shortForm(longForm(`${written}${below}`)))).toBe(longForm(`${plain}${below}`))
      expect(plainPath(`${written}${below}`, 'windows')).toBe(`${plain}${below}`)
    }
})

test('the short form never gives up a prefix that a name needs', () => {
  for (const name of awkwardNames(2000, 22).filter((one) => one !== '.')) {
    const long = `\\\\?\\C:\\a\\${name}`
    const short = shortForm(long)
    if (short !== long) expect(/[. ]$/u.test(name)).toBe(false)
  }
})

describe('a path for another program', () => {
  const deep = `C:\\${'x'.repeat(200)}\\`
  test.each([
    ['C:\\照片\\a.mp4', 'C:\\照片\\a.mp4'],
    [`${deep}${'y'.repeat(55)}`, `${deep}${'y'.repeat(55)}`],
    [`${deep}${'y'.repeat(56)}`, `\\\\?\\${deep}${'y'.repeat(56)}`],
    ['C:\\照片 \\a.mp4', '\\\\?\\C:\\照片 \\a.mp4'],
    ['C:\\照片\\a.mp4.', '\\\\?\\C:\\照片\\a.mp4.'],
    ['\\\\server\\share\\nul.mp4', '\\\\?\\UNC\\server\\share\\nul.mp4'],
  ])('%j of Windows is told as %j', (path, told) => expect(pathForProgram(path, 'windows')).toBe(told))
  test('any of Linux is told as it is', () => {
    const path = `/${'x'.repeat(400)}/a. `
    expect(pathForProgram(path, 'posix')).toBe(path)
  })
})

test('a length is counted without the prefix, to the letter', () => {
  expect(lengthOf('\\\\?\\C:\\a')).toBe('C:\\a'.length)
  expect(lengthOf('\\\\?\\UNC\\server\\share\\a')).toBe('\\\\server\\share\\a'.length)
  expect(lengthOf('👩')).toBe(2)
  const path = (length: number) => 'C:\\'.padEnd(length, 'x')
  expect([259, 260].map((length) => withinMaxPath(path(length)))).toEqual([true, false])
  expect(withinMaxPath(`\\\\?\\${path(259)}`)).toBe(true)
})
