import { mkdir, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { temporaryFolder } from '../../probe/probe.fixture.ts'
import { isTouched, keepTouched } from './heartbeat.ts'
import { workplaceName } from './leftovers.ts'
import { openPackingJournal } from './packing-journal.ts'

const folder = temporaryFolder()
const day = 86_400_000
const yesterday = new Date(Date.now() - day)

test('what lies there is touched again and again until it is ended; what is not there is passed over', async () => {
  const home = folder.path('a')
  await mkdir(path.join(home, '.work'), { recursive: true })
  const age = () => utimes(path.join(home, '.work'), yesterday, yesterday)
  const touched = async () =>
    expect((await stat(path.join(home, '.work'))).mtimeMs).toBeGreaterThan(+yesterday + 1e6)
  await age()
  const end = keepTouched(home, ['.none', '.work'], 5)
  onTestFinished(end)
  await vi.waitFor(touched)
  await age()
  await vi.waitFor(touched)
})
test('a folder is touched as late as anything in it', async () => {
  const deep = folder.path('b/盘/图片')
  await mkdir(deep, { recursive: true })
  await writeFile(path.join(deep, 'a.jpg'), '')
  for (const inner of ['', '盘', '盘/图片', '盘/图片/a.jpg']) {
    expect(await isTouched(folder.path('b'), day / 2)).toBe(true)
    await utimes(folder.path(path.join('b', inner)), yesterday, yesterday)
  }
  expect(await isTouched(folder.path('b'), day / 2)).toBe(false)
})
test('what is not there was not touched', async () => {
  expect(await isTouched(folder.path('none'), day)).toBe(false)
})
test('what is noted in the journal is touched each minute until it is settled', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const name = workplaceName('a')
  const work = folder.path(path.join('c', name))
  await mkdir(work, { recursive: true })
  await utimes(work, yesterday, yesterday)
  const journal = openPackingJournal({ dataDir: folder.path('data'), log: () => undefined })
  const note = await journal.note({ home: folder.path('c'), names: [name] })
  vi.advanceTimersByTime(60_000)
  await vi.waitFor(async () => expect((await stat(work)).mtimeMs).toBeGreaterThan(+yesterday + 1e6))
  expect(vi.getTimerCount()).toBe(1)
  await note.settle()
  expect(vi.getTimerCount()).toBe(0)
})
