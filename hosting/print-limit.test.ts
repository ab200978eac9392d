import { expect, test } from 'vitest'
import { paperDesk } from './paper.fixture.ts'
import { limitOfPage, printLimit } from './print-limit.ts'

const desk = paperDesk()

test('a page of ten thousand files has several times what it took', () => {
  expect(printLimit(0)).toBe(60_000)
  expect(printLimit(4 * 1024 ** 2)).toBeGreaterThan(4 * 50_000)
})
test('a limit goes by the bytes on the disk', async () => {
  expect(await limitOfPage(await desk.page('核对单'), (bytes) => bytes)).toBe(9)
  expect(await limitOfPage(desk.file('没有.html'), (bytes) => bytes)).toBe(0)
})
