import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { jsonFault } from './json-fault.ts'

describe('jsonFault', () => {
  it.each([
    ['{"name": 沈阳}', 1, 10],
    ['{\n  "name": "沈阳市科协",\n  “class”: "city"\n}', 3, 3],
    ['{"a": 1,}', 1, 9],
    ['{"a": 1\n"b": 2}', 2, 1],
    ['{"a" 1}', 1, 6],
    ['[1, 2', 1, 6],
    ['[1, 2}', 1, 6],
    ['{"a": "x', 1, 7],
    ['', 1, 1],
    ['{} {}', 1, 4],
    ['[,]', 1, 2],
    ['{"a": 01}', 1, 7],
    ["{'a': 1}", 1, 2],
  ])('says where %j stops being JSON', (text, line, column) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
    expect(jsonFault(text)).toEqual({ line, column })
  })

  it.each(['{}', '[]', ' 1 ', '"x"', 'null', '{"a":[1,-2.5e3,{"b":"\\u00e9\\n"}],"c":true}\r\n'])(
    'finds nothing in %j',
    (text) => {
      expect(() => JSON.parse(text) as unknown).not.toThrow()
      expect(jsonFault(text)).toBeUndefined()
    },
  )

  it('agrees with the platform on every cut of a real file', () => {
    const text = readFileSync(
      join(import.meta.dirname, '../notice/fixtures/long-edge-and-maximums.json'),
      'utf8',
    )
    expect(jsonFault(text)).toBeUndefined()
    for (let end = 0; end < text.trimEnd().length; end += 97)
      expect(jsonFault(text.slice(0, end))).toBeDefined()
  })
})
