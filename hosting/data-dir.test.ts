import path from 'node:path'
import { expect, test } from 'vitest'
import { dataDir } from './data-dir.ts'

const local = 'C:\\Users\\王丽\\AppData\\Local\\kepuri-packager'

test.each([
  [{ LOCALAPPDATA: 'C:\\Users\\王丽\\AppData\\Local' }, local],
  [{ LOCALAPPDATA: '\\\\server\\profiles\\王丽' }, '\\\\server\\profiles\\王丽\\kepuri-packager'],
  [{}, local],
  [{ LOCALAPPDATA: '' }, local],
  [{ LOCALAPPDATA: 'AppData' }, local],
  [{ LOCALAPPDATA: 'C:AppData' }, local],
  [{ LOCALAPPDATA: '\\AppData' }, local],
])('on Windows, where the environment says %j, it is %s', (environment, folder) =>
  expect(dataDir(environment, 'win32', 'C:\\Users\\王丽')).toBe(folder),
)

test.each([
  [{ XDG_DATA_HOME: '/data' }, '/data/kepuri-packager'],
  [{}, '/home/王丽/.local/share/kepuri-packager'],
  [{ XDG_DATA_HOME: '' }, '/home/王丽/.local/share/kepuri-packager'],
  [{ XDG_DATA_HOME: 'data' }, '/home/王丽/.local/share/kepuri-packager'],
])('on Linux, where the environment says %j, it is %s', (environment, folder) =>
  expect(dataDir(environment, 'linux', '/home/王丽')).toBe(folder),
)

test('a folder that was named for it comes first', () =>
  expect(dataDir({ KEPURI_DATA_DIR: '数据', LOCALAPPDATA: 'C:\\x' }, process.platform)).toBe(
    path.resolve('数据'),
  ))
