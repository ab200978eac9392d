import { expect, it } from 'vitest'
import { textAbove } from './text-above.ts'

const rows = ['沈阳市科协', '同上', '', ' 同 上 ', '本单位'].map((host, index) => ({
  id: String(index),
  fields: { host },
}))

it('finds what a 同上 means', () => {
  expect(textAbove(rows, 1, 'host')).toBe('沈阳市科协')
  expect(textAbove(rows, 3, 'host')).toBe('沈阳市科协')
})

it('means nothing else by other texts, and nothing above the first', () => {
  expect(textAbove(rows, 4, 'host')).toBeUndefined()
  expect(textAbove(rows.slice(1), 0, 'host')).toBeUndefined()
})
