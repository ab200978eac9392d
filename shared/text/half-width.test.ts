import { expect, it } from 'vitest'
import { toHalfWidth } from './half-width.ts'

it.each([
  ['１５０４', '1504'],
  ['９月１７日——２３日', '9月17日-23日'],
  ['8：30～11：30', '8:30-11:30'],
  ['024－232', '024-232'],
  ['\u202d13800000000\u202c', '13800000000'],
  ['　a\tb ', 'a b'],
  ['9月17日\r\n9月19日\n', '9月17日;9月19日'],
  ['5⽉', '5月'],
])('%j is typed as %j', (text, typed) => {
  expect(toHalfWidth(text)).toBe(typed)
})
