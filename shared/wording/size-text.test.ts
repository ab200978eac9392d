import { expect, it } from 'vitest'
import { limitText, neededText, sizeText } from './size-text.ts'

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

it.each([
  [45 * 1024 ** 2, '45 MB'],
  [2 * 1024 ** 3, '2 GB'],
  [1024, '1 KB'],
  [1536 * 1024 ** 2, '1.50 GB'],
  [45 * 1024 ** 2 + 1, '45.0 MB'],
  [1000, '1000 字节'],
  [0, '0 字节'],
])('says a limit of %d bytes as %s', (bytes, text) => expect(limitText(bytes)).toBe(text))

it.each([
  [0, '0 字节'],
  [18_432, '18 KB'],
  [18_433, '19 KB'],
  [3_145_728, '3.00 MB'],
  [3_145_729, '3.01 MB'],
  [40_579_459, '38.7 MB'],
  [45 * 1024 ** 2 + 1, '45.1 MB'],
])('says %d bytes that are needed as %s', (bytes, text) => expect(neededText(bytes)).toBe(text))
