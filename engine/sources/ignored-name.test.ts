import { expect, test } from 'vitest'
import { isIgnoredName, isOldLink } from './ignored-name.ts'

test.each([
  'Thumbs.db', 'THUMBS.DB', 'desktop.ini', '.DS_Store', '~$清单.xlsx', '.~lock.清单.xlsx#', '$RECYCLE.BIN', '$Recycle.Bin',
  'RECYCLER', 'System Volume Information', 'FOUND.000', '__MACOSX', '.隐藏', 'Icon\r',
])('%j is the system’s or an editor’s', (name) => expect(isIgnoredName(name)).toBe(true)) // prettier-ignore

test.each(['thumbs.db.jpg', '~1.jpg', '$1.jpg', 'desktop.jpg', '回收站', 'Icon', 'found.jpg'])(
  '%j may be the clerk’s',
  (name) => expect(isIgnoredName(name)).toBe(false),
)

test('links that Windows keeps for old programs are told by name, on Windows only', () => {
  expect(['My Pictures', 'my music', 'My Videos'].every((name) => isOldLink(name, 'win32'))).toBe(true)
  expect(isOldLink('My Pictures', 'linux')).toBe(false)
  expect(isOldLink('My Pictures 2', 'win32')).toBe(false)
})
