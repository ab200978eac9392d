import { expect, test } from 'vitest'
import { printable, printableName } from './printable.ts'

test.each([
  ['红\u001B[31m字', '红�[31m字'],
  ['倒\u202Egnp.exe', '倒�gnp.exe'],
  ['零\u200B宽', '零�宽'],
  ['退\b格', '退�格'],
  ['普通 名称—“好”.jpg', '普通 名称—“好”.jpg'],
])('%j is shown as %j', (text, shown) => expect(printable(text)).toBe(shown))
test('a name with a line break stays on one line, a report keeps its lines', () => {
  expect(printableName('a\nb')).toBe('a�b')
  expect(printable('a\nb')).toBe('a\nb')
})
