import { expect, it } from 'vitest'
import { clockText } from './clock-text.ts'

it.each([
  [0, '0:00'],
  [61, '1:01'],
  [119.98, '1:59'],
  [3725, '1:02:05'],
])('says %d seconds as %s', (seconds, text) => expect(clockText(seconds)).toBe(text))
