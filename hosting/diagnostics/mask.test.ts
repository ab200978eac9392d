import { expect, test } from 'vitest'
import { maskName, maskPhones, maskText } from './mask.ts'

test.each([
  ['电话13812345678。', '电话138****5678。'],
  ['138 1234 5678', '138****5678'],
  ['１３８１２３４５６７８', '１３８****５６７８'],
  ['024-23221703', '024-****1703'],
  ['02423221703转8', '024****1703转8'],
  ['(010)68512519', '(010)****2519'],
  ['0411-82345678', '0411-****5678'],
])('%s is masked as %s', (text, masked) => expect(maskPhones(text)).toBe(masked))

test.each([
  'mmexport1690000000000.jpg',
  '2023-08-20T02:00:00.000Z',
  'b90bbdce45cb47bbab099967b9870cf68e69ceeed56aa154a4b5ffc635b37c98',
  '5b2d6f6e-0123-4567-8901-234567890123',
  '"modifiedMs":1690000000000.1381234567',
  '20230815101010',
])('%s is no phone number', (text) => expect(maskPhones(text)).toBe(text))

test('the home folder stands as ~, also as JSON writes it', () => {
  const home = 'C:\\Users\\王晓萌'
  expect(maskText(`${home}\\素材`, home)).toBe('~\\素材')
  expect(maskText(JSON.stringify({ path: `${home}\\素材` }), home)).toBe('{"path":"~\\\\素材"}')
  expect(maskText('/root/x', '/')).toBe('/root/x')
})
test('a name keeps its first character', () => {
  expect([maskName('王晓萌'), maskName('王'), maskName('')]).toEqual(['王**', '王', ''])
})
