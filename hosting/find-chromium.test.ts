import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findChromium, lookForBrowser } from './find-chromium.ts'
import { paperDesk } from './paper.fixture.ts'

const desk = paperDesk()

test('the browser that CHROMIUM names comes first', async () => {
  const own = await desk.program('')
  expect(findChromium({ CHROMIUM: own }, process.platform)).toBe(own)
})
test('none is none, whatever the machine has', () => {
  expect(lookForBrowser({ CHROMIUM: 'none' }, process.platform)).toEqual({ missing: 'off' })
  expect(findChromium({ CHROMIUM: 'none' }, process.platform)).toBeUndefined()
})
test.each(['没有这个文件', path.dirname(import.meta.dirname)])(
  '%s is no program, and no other browser takes its place',
  async (named) => {
    const local = path.dirname(await desk.program(''))
    const edge = path.win32.join(local, 'Microsoft\\Edge\\Application\\msedge.exe')
    await writeFile(edge, '', { mode: 0o755 })
    onTestFinished(() => rm(edge))
    const environment = { LOCALAPPDATA: local }
    expect(findChromium(environment, 'win32')).toBe(edge)
    expect(lookForBrowser({ ...environment, CHROMIUM: named }, 'win32')).toEqual({
      missing: 'misnamed',
      named,
    })
    expect(findChromium({ ...environment, CHROMIUM: named }, 'win32')).toBeUndefined()
  },
)
test('a machine without a browser has none', () =>
  expect(lookForBrowser({ LOCALAPPDATA: desk.file('') }, 'win32')).toEqual({ missing: 'none' }))
