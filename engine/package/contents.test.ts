import { expect, it } from 'vitest'
import { KeptWorkbooks } from './contents.ts'

it('keeps so many workbooks of a package and so many bytes, whatever it claims to hold', () => {
  const many = new KeptWorkbooks()
  for (let index = 0; index < 1_000; index += 1) many.keep(`${index}.xlsx`, Buffer.alloc(1))
  expect(many.byPath.size).toBe(50)
  const large = new KeptWorkbooks()
  for (let index = 0; index < 5; index += 1) large.keep(`${index}.xlsx`, Buffer.alloc(20 * 1024 * 1024))
  expect([...large.byPath.keys()]).toEqual(['0.xlsx', '1.xlsx', '2.xlsx'])
})
