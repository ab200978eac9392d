import { expect, it } from 'vitest'
import { sizeText } from './size-text.ts'

it.each([
  [0, '0 字节'],
  [1023, '1023 字节'],
  [5000, '4 KB'],
  [18_432, '18 KB'],
  [1024 * 1024 - 1, '1023 KB'],
  [3_145_727, '2.99 MB'],
  [3_145_728, '3.00 MB'],
  [44_145_050, '42.1 MB'],
  [100 * 1024 ** 2, '100.0 MB'],
  [1024 ** 3 - 1, '1023 MB'],
  [3_435_973_837, '3.20 GB'],
  [1.5 * 1024 ** 4, '1.50 TB'],
])('says %d bytes as %s', (bytes, text) => expect(sizeText(bytes)).toBe(text))
