import { type ChildProcess, fork } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LogEntry } from '../world.ts'
import { thisHost } from '../store/this-host.ts'
import { workplaceName } from './leftovers.ts'
import { openPackingJournal } from './packing-journal.ts'

const hour = 3_600_000
const day = 24 * hour
let folder = ''
let log: LogEntry[] = []
beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'kepuri-日志-')))
  log = []
})
afterEach(() => rm(folder, { recursive: true, force: true }))
const at = (...names: string[]) => path.join(folder, ...names)
const start = Date.parse('2023-08-20T02:00:00Z')
const journal = (later = 0) =>
  openPackingJournal({
    dataDir: at('data'),
    log: (entry) => void log.push(entry),
    now: () => new Date(start + later),
  })
const notes = () => readdir(at('data', 'packing')).catch(() => [])
const there = (place: string) => readdir(place).catch(() => undefined)

/** A run that opens a workplace in the folder, writes into it, and is then killed. */
async function killedIn(out: string): Promise<string> {
  const child = fork(path.join(import.meta.dirname, 'open-workplace.fixture.ts'), [at('data'), out])
  const work = await new Promise<string>((resolve) =>
    child.once('message', (place) => resolve(place as string)),
  )
  await ended(child)
  return work
}
const ended = (child: ChildProcess) =>
  new Promise((resolve) => {
    child.once('close', resolve)
    child.kill('SIGKILL')
  })
/** Makes what is noted someone else's. */
async function rewritten(changes: (note: Record<string, unknown>) => object): Promise<void> {
  for (const name of await notes()) {
    const file = at('data', 'packing', name)
    const note = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
    await writeFile(file, JSON.stringify({ ...note, ...changes(note) }))
  }
}

describe('after a run that was killed, the next start', () => {
  test('takes away its workplace, what lies beside it, and the folders that were made for it', async () => {
    await mkdir(at('文档'))
    const work = await killedIn(at('文档', '甲', '乙'))
    expect(await readdir(work)).toEqual(['x.zip'])
    await mkdir(work.replace('.part', '-aside.part'))
    await journal().sweep()
    expect(await there(at('文档'))).toEqual([])
    expect(await notes()).toEqual([])
    expect(log).toMatchObject([{ event: 'unfinished-package', data: { gone: true } }])
  })
  test('leaves what others put there', async () => {
    await killedIn(at('甲', '乙'))
    await writeFile(at('甲', '别人的.txt'), '')
    await journal().sweep()
    expect(await there(at('甲'))).toEqual(['别人的.txt'])
    expect(await notes()).toEqual([])
  })
  test('waits for a disk that is not plugged in, and finds it later', async () => {
    const work = await killedIn(at('U盘', '输出'))
    await rename(at('U盘'), at('拔出的'))
    // What is there in its place is another volume.
    await rewritten(({ device }) => ({ device: Number(device) + 1, firstMade: undefined }))
    await journal(30 * day).sweep()
    expect(await notes()).toHaveLength(1)
    await rename(at('拔出的'), at('U盘'))
    await journal(31 * day).sweep()
    expect(await there(path.dirname(work))).toEqual([])
    expect(await notes()).toEqual([])
  })
  test('gives a disk up after ninety days', async () => {
    await killedIn(at('U盘', '输出'))
    await rm(at('U盘'), { recursive: true })
    await rewritten(({ device }) => ({ device: Number(device) + 1 }))
    await journal(89 * day).sweep()
    expect(await notes()).toHaveLength(1)
    await journal(91 * day).sweep()
    expect(await notes()).toEqual([])
  })
  test('forgets a workplace that was never made', async () => {
    await killedIn(at('甲'))
    await rm(at('甲'), { recursive: true })
    await journal().sweep()
    expect(await notes()).toEqual([])
  })
  test('knows a run whose process number is borne by another', async () => {
    const work = await killedIn(at('甲'))
    await rewritten(() => ({ run: { id: 'another', pid: process.pid } }))
    await journal().sweep()
    expect(await there(work)).toBeUndefined()
  })
})

describe('nothing is taken away', () => {
  test('of a run that is alive and has not yet made what it noted', async () => {
    const name = workplaceName('a')
    const note = await journal().note({ home: at('输出'), names: [name], firstMade: at('输出') })
    await mkdir(at('输出'))
    await journal(23 * hour).sweep()
    expect(await there(at('输出'))).toEqual([])
    expect(await notes()).toHaveLength(1)
    await note.settle()
    expect(await there(at('输出'))).toBeUndefined()
  })
  test('of a run that is alive, though it lasts', async () => {
    const name = workplaceName('a')
    await mkdir(at('输出', name), { recursive: true })
    await journal().note({ home: at('输出'), names: [name] })
    for (const later of [0, 23 * hour, 3 * day]) await journal(later).sweep()
    expect(await there(at('输出'))).toEqual([name])
    expect(await notes()).toHaveLength(1)
  })
  test('of another computer that shares the data folder, before it has lain still for a day', async () => {
    const name = workplaceName('a').replace(thisHost, '00000000')
    await mkdir(at('输出', name), { recursive: true })
    await journal().note({ home: at('输出'), names: [name] })
    await rewritten(() => ({ host: '00000000', run: { id: 'other', pid: 999_999_999 } }))
    await journal(23 * hour).sweep()
    await journal(25 * hour).sweep()
    // Noted yesterday, but written to a moment ago.
    expect(await there(at('输出'))).toEqual([name])
    await rm(at('输出', name), { recursive: true })
    await journal(25 * hour).sweep()
    expect(await notes()).toEqual([])
  })
  test.each([
    ['another name', '珍贵.zip'],
    ['a path', '../珍贵.zip'],
    ['a path that begins as ours do', `.kepuri-${thisHost}-1-x/../../珍贵/y.part`],
    ['the folder itself', '.'],
    ['nothing', ''],
  ])('that a changed note calls by %s', async (_, name) => {
    await killedIn(at('甲'))
    for (const place of [at('珍贵.zip'), at('甲', '珍贵.zip')]) await writeFile(place, 'precious')
    await mkdir(at('珍贵'))
    await writeFile(at('珍贵', 'y.part'), 'precious')
    await rewritten(() => ({ names: [name] }))
    await journal().sweep()
    expect(await there(at('甲'))).toContain('珍贵.zip')
    expect(await there(folder)).toContain('珍贵.zip')
    expect(await there(at('珍贵'))).toEqual(['y.part'])
  })
  test('through a link that bears such a name', async () => {
    const work = await killedIn(at('甲'))
    await mkdir(at('珍贵'))
    await writeFile(at('珍贵', 'a.jpg'), 'precious')
    await rm(work, { recursive: true })
    await symlink(at('珍贵'), work, 'junction')
    await journal().sweep()
    expect(await there(at('珍贵'))).toEqual(['a.jpg'])
    expect(await there(at('甲'))).toBeUndefined()
  })
  test('by a folder that a changed note says was made, unless it lies around and is empty', async () => {
    await mkdir(at('空的'))
    await killedIn(at('甲', '乙'))
    await rewritten(() => ({ firstMade: at('空的') }))
    await journal().sweep()
    expect(await there(at('空的'))).toEqual([])
    expect(await there(at('甲', '乙'))).toEqual([])
  })
})

test('a note that makes no sense goes, and one whose writing was killed', async () => {
  await mkdir(at('data', 'packing'), { recursive: true })
  await writeFile(at('data', 'packing', 'a.json'), '{"home":')
  await writeFile(at('data', 'packing', '.b.tmp'), '')
  await journal().sweep()
  expect(await notes()).toEqual(['.b.tmp'])
})
test('what is settled is gone, and its note', async () => {
  const name = workplaceName('draft-1')
  await mkdir(at('输出'))
  const note = await journal().note({ home: at('输出'), names: [name] })
  expect(await notes()).toHaveLength(1)
  await writeFile(at('输出', name), 'half a draft')
  await note.settle()
  expect(await there(at('输出'))).toEqual([])
  expect(await notes()).toEqual([])
})
test('where nothing can be written down, the work goes on and is cleared all the same', async () => {
  await writeFile(at('data'), 'a file where the data folder should be')
  const name = workplaceName('a')
  await mkdir(at('输出', name), { recursive: true })
  const note = await journal().note({ home: at('输出'), names: [name] })
  await note.settle()
  expect(await there(at('输出'))).toEqual([])
  expect(log).toMatchObject([{ event: 'packing-journal-unusable' }])
  await journal().sweep()
})
