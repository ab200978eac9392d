import { expect, test } from 'vitest'
import { contentType, pageType } from './content-type.ts'

test.each([
  ['图 1.JPG', 'image/jpeg', true],
  ['宣传片.mov', 'video/mp4', true],
  ['包.zip', 'application/zip', false],
  ['说明.txt', 'text/plain; charset=utf-8', false],
  ['页.html', 'application/octet-stream', false],
  ['图.svg', 'application/octet-stream', false],
  ['x.constructor', 'application/octet-stream', false],
  ['无', 'application/octet-stream', false],
])('a clerk’s %s is %s', (name, type, shown) => expect(contentType(name)).toEqual({ type, shown }))

test.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['assets/a.js', 'text/javascript; charset=utf-8'],
  ['x.exe', 'application/octet-stream'],
])('the window’s own %s is %s', (name, type) => expect(pageType(name)).toBe(type))
