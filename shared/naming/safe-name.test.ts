import { describe, expect, test } from 'vitest'
import { awkwardNames } from '../paths/awkward.fixture.ts'
import { nameProblem } from '../paths/paths.ts'
import { finished, safeName, shortened } from './safe-name.ts'

describe('a safe name', () => {
  test.each([
    ['CON', '_CON'],
    ['con .现场', '_con .现场'],
    ['lpt1  .a', '_lpt1 .a'],
    ['COM¹', 'COM□'],
    ['nul.tar', '_nul.tar'],
    ['console', 'console'],
    ['现场。 . .', '现场。'],
    ['a:b?c', 'a：b？c'],
    ['说\u202E明\u0007', '说明'],
  ])('of %j is %j', (text, name) => expect(safeName(text).name).toBe(name))

  test('can be made on Windows, whatever the text, cut or whole, with an extension or without', () => {
    for (const text of awkwardNames(4000, 51)) {
      const { name } = safeName(text)
      const cut = finished(shortened(name, { units: 4, bytes: 200 }))
      for (const one of [name, cut].filter((some) => some !== ''))
        expect([one, nameProblem(one), nameProblem(`${one}.jpg`)]).toEqual([one, undefined, undefined])
      expect(safeName(name).name).toBe(name)
    }
  })
})
