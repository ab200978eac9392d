import { expect, test } from 'vitest'
import { differences } from './differences.ts'

test('equal values have none, whatever the order of their keys', () =>
  expect(differences({ a: [1, { b: 'x' }], c: null }, { c: null, a: [1, { b: 'x' }] })).toEqual([]))
test('a value, a missing key, another kind and a longer list are told by their place', () =>
  expect(differences({ a: [1, 2], b: 1, c: {} }, { a: [1, 3, 4], c: [] })).toEqual([
    'a[1]: 2 ≠ 3',
    'a[2]: nothing ≠ 4',
    'b: 1 ≠ nothing',
    'c: {} ≠ []',
  ]))
test('keys that are known to differ are passed over at any depth', () =>
  expect(differences({ a: { at: 1, n: 2 } }, { a: { at: 2, n: 3 } }, new Set(['at']))).toEqual([
    'a.n: 2 ≠ 3',
  ]))
test('many are cut short, and their number is told', () =>
  expect(
    differences(
      Array.from({ length: 20 }, () => 1),
      [],
    ).at(-1),
  ).toBe('… 8 more'))
