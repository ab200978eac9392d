import { expect, it } from 'vitest'
import { unsafePlanned } from './planned-names.ts'

const plan = (path: string, fileName = '素材（第1包，共2包）.zip', folderName = '素材-沈阳市科协') => ({
  folderName,
  parts: [
    {
      index: 1,
      of: 1,
      fileName,
      way: 'attachment' as const,
      items: [{ item: 'a', path, name: path, number: 1, kind: 'image' as const, bytes: 1 }],
    },
  ],
})

it('finds nothing in names as we make them', () => {
  expect(unsafePlanned(plan('图片/沈阳市科协（沈阳市）-启动仪式-2.jpg'))).toBeUndefined()
})
it.each([
  'a:b.jpg',
  '图片/CON.jpg',
  '图片/lpt1',
  '图片/末尾是点.',
  '图片/ 前有空格.jpg',
  '图片/😀.jpg',
  '图片/𠮷.jpg',
  '../a.jpg',
  '/a.jpg',
  '图片\\a.jpg',
  '',
])('finds %j as the path of a file', (path) => {
  expect(unsafePlanned(plan(path))).toBe(path)
})
it('finds the name of an archive and of the folder', () => {
  expect(unsafePlanned(plan('a.jpg', '素材*.zip'))).toBe('素材*.zip')
  expect(unsafePlanned(plan('a.jpg', undefined, '素材.'))).toBe('素材.')
})
