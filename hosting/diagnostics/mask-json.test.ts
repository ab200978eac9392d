import { expect, test } from 'vitest'
import { maskLines, maskNumber } from './mask-json.ts'

test('a line of the log keeps its moment, its reference, its measures and its shape', () => {
  const line = {
    time: '2023-08-20T02:00:00.000Z',
    reference: '12345678',
    bytes: 13_812_345_678,
    pid: 1_234_567,
  }
  expect(maskLines(JSON.stringify(line))).toBe(JSON.stringify(line))
})
test('what JSON escapes is masked as what it says', () => {
  const lines = String.raw`{"a":"C:\\Users\\\u5f20\u4e09\\x","b":"\u0031381234\t5678","13812345678":1}
not json 13812345678`
  expect(maskLines(`${lines}\n`)).toBe(
    `${JSON.stringify({ a: 'C:\\Users\\~\\x', b: '*******\t**78', '*********78': 1 })}\nnot json *********78\n`,
  )
})
test('what a broken text is quoted with is cut from a line that is there already', () => {
  const error = `SyntaxError: Unexpected token '王', "{"a":王晓萌的" is not valid JSON\n    at JSON.parse`
  expect(JSON.parse(maskLines(JSON.stringify({ error })))).toEqual({
    error: 'SyntaxError: Unexpected token in JSON\n    at JSON.parse',
  })
})
test('a long number that is no measure is masked', () => {
  expect([maskNumber(13_812_345_678, 'phone'), maskNumber(13_812_345_678, 'bytes')]).toEqual([
    '*********78',
    13_812_345_678,
  ])
})
