import { expect, it } from 'vitest'
import { sizeText } from './size-text.ts'

it.each([
  [0, '0 字节'],
  [1023, '1023 字节'],
  [18_432, '18 KB'],
  [1024 * 1024 - 1, '1.0 MB'],
  [44_145_050, '42.1 MB'],
  [1024 ** 3 * 3.2, '3.2 GB'],
])('says %d bytes as %s', (bytes, text) => expect(sizeText(bytes)).toBe(text))
