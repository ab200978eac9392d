import path from 'node:path'
import { expect, test } from 'vitest'
import { findChromium } from './find-chromium.ts'
import { paperDesk } from './paper.fixture.ts'

const desk = paperDesk()

test('the browser that CHROMIUM names comes first', async () => {
  const own = await desk.program('')
  expect(findChromium({ CHROMIUM: own }, process.platform)).toBe(own)
})
test('none is none, whatever the machine has', () =>
  expect(findChromium({ CHROMIUM: 'none' }, process.platform)).toBeUndefined())
test.each(['没有这个文件', path.dirname(import.meta.dirname)])('%s is no program', (place) =>
  expect(findChromium({ CHROMIUM: place }, 'win32')).toBeUndefined(),
)
