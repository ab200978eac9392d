import { describe, expect, test } from 'vitest'
import { awkwardNames } from './awkward.fixture.ts'
import { isReservedName, isTidiedName, nameProblem } from './paths.ts'

describe('a name that Windows keeps for a device', () => {
  test.each([
    'CON', 'con', 'Prn', 'AUX', 'nul', 'COM1', 'com9', 'COM0', 'LPT0', 'LPT9', 'COM¹', 'lpt³', 'CONIN$', 'conout$', 'con.txt',
    'nul.tar.gz', 'CON .jpg', 'lpt1  .txt', 'con ', 'nul.', 'AUX. ', 'nul:', 'com1:x',
  ])('%j', (name) => expect(isReservedName(name)).toBe(true)) // prettier-ignore

  test.each([
    'CONS', 'icon', 'con1', 'COM', 'COM10', 'LPT', 'com1a', '_CON', ' con', 'conin', 'console.jpg', '科普con', 'con科普', 'a.con',
    'ＣＯＮ', 'con\u00A0.jpg', 'nu1', 'COM⁴',
  ])('and %j that it does not', (name) => expect(isReservedName(name)).toBe(false)) // prettier-ignore
})

test.each([
  ['', 'no-name'],
  ['.', 'no-name'],
  ['..', 'no-name'],
  ['a.txt:zone', 'forbidden-character'],
  ['a.txt:Zone.Identifier:$DATA', 'forbidden-character'],
  ['图?.jpg', 'forbidden-character'],
  ['a\u0007', 'control-character'],
  ['a\tb', 'control-character'],
  ['lpt1 .txt', 'reserved'],
  ['a.', 'trailing'],
  ['a ', 'trailing'],
  ['...', 'trailing'],
  ['字'.repeat(256), 'too-long'],
])('%j cannot be made: %s', (name, problem) => expect(nameProblem(name)).toBe(problem))

test.each([
  '图 1.jpg',
  '.隐藏',
  ' 前面有空格.jpg',
  '字'.repeat(255),
  '~$表.xlsx',
  'a..b',
  '（1）',
  '\u202Ea',
  'a\u00A0',
])('%j can be made', (name) => expect(nameProblem(name)).toBeUndefined())

/** The same said in another way: by what Windows documents, one sentence after the other. */
function plainly(name: string): boolean {
  const units = Array.from({ length: name.length }, (_, at) => name.charCodeAt(at))
  const stem = (name.split('.')[0] ?? '').trimEnd().toUpperCase()
  const device =
    ['CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$'].includes(stem) ||
    (['COM', 'LPT'].includes(stem.slice(0, 3)) &&
      stem.length === 4 &&
      '0123456789¹²³'.includes(stem.slice(3)))
  const bad = units.some((unit) => unit < 32) || [...'<>:"/\\|?*'].some((sign) => name.includes(sign))
  return name.length > 0 && name.length < 256 && !bad && !device && !name.endsWith('.') && !name.endsWith(' ')
}

test('thousands of awkward names are judged as the plain words have it', () => {
  const names = awkwardNames(5000, 3).filter((name) => !/[\u00A0\u3000\uFEFF]/u.test(name))
  const fine = names.filter((name) => nameProblem(name) === undefined)
  expect(fine).toEqual(names.filter(plainly))
  expect(fine.length).toBeGreaterThan(500)
  expect(names.length - fine.length).toBeGreaterThan(500)
})

test('a name that another is made of has a problem', () => {
  for (const name of awkwardNames(2000, 4)) if (isTidiedName(name)) expect(nameProblem(name)).toBeDefined()
})
