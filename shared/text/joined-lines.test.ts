import { expect, it } from 'vitest'
import { oneLine, trimmed, withoutBreaks } from './joined-lines.ts'

it.each([
  [' 科普 \n\n 讲座 ', '科普讲座', '科普讲座'],
  ['AI\r\nfor all', 'AI for all', 'AIfor all'],
  ['（一）\n讲座', '（一）讲座', '（一）讲座'],
  ['科普 \n \n AI', '科普 AI', '科普AI'],
  ['\n', '', ''],
])('%j in one line is %j', (text, line, plain) => {
  expect(oneLine(text)).toBe(line)
  expect(withoutBreaks(text)).toBe(plain)
})

it('trims what it is told to', () => {
  expect(trimmed(': 张三 -', new Set(' :-'))).toBe('张三')
  expect(trimmed('::', new Set(':'))).toBe('')
})
