import path from 'node:path'
import { expect, test } from 'vitest'
import { createClaims } from './claims.ts'

const place = (...names: string[]) => path.resolve('/U盘', ...names)

test.each([
  [true, place('进校园')],
  [true, place('进校园', '启动', 'a.jpg')],
  [true, place('单张.jpg')],
  [false, place()],
  [false, place('进校园2', 'a.jpg')],
  [false, place('进', 'a.jpg')],
  [false, `${place('进校园')}${path.sep}..${path.sep}别处`],
  [false, '进校园'],
  [false, ''],
])('covers: %s %s', (covered, asked) => {
  const claims = createClaims(() => 'id')
  claims.add(place('进校园'))
  claims.put('own', place('单张.jpg'))
  expect(claims.cover(asked)).toBe(covered)
})
test('what a system takes for the same path is the same', () => {
  const claims = createClaims(() => 'id')
  claims.add(place('Photos'))
  expect(claims.cover(place('photos', 'A.JPG'))).toBe(process.platform === 'win32')
})
test('everything lies below the root', () => {
  const claims = createClaims(() => 'id')
  claims.add(path.parse(process.cwd()).root)
  expect(claims.cover(process.cwd())).toBe(true)
})
