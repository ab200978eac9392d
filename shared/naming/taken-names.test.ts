import { expect, test } from 'vitest'
import { awkwardNames } from '../paths/awkward.fixture.ts'
import { clashKey } from '../paths/paths.ts'
import { createTakenNames } from './taken-names.ts'

test.each([
  ['图A', '图a'],
  ['ΑΣ', 'ασ'],
  ['é', 'e\u0301'],
  ['straße', 'STRASSE'],
])('%j and %j do not lie in one folder', (one, other) => {
  const taken = createTakenNames()
  taken.take(() => one, '.jpg')
  expect(taken.take(() => other, '.jpg')).toEqual({ stem: `${other}-2`, number: 2 })
})

test('no two of thousands of names clash', () => {
  const taken = createTakenNames()
  const names = awkwardNames(3000, 61).map((name) => taken.take(() => name, '.jpg').stem)
  expect(new Set(names.map((name) => clashKey(`${name}.jpg`))).size).toBe(names.length)
})
