import { type ChildProcess, fork } from 'node:child_process'
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LogEntry } from '../../world.ts'
import { birthOf } from '../process-alive.ts'
import { thisHost } from '../this-host.ts'
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
const journal = () => openPackingJournal({ dataDir: at('data'), log: (entry) => void log.push(entry) })
const notes = () => readdir(at('data', 'packing')).catch(() => [])
const there = (place: string) => readdir(place).catch(() => undefined)

/** A run that opens a workplace in the folder, writes into it, and is then killed. */
async function killedIn(out: string): Promise<string> {
  const child = fork(path.join(import.meta.dirname, '../../package/open-workplace.fixture.ts'), [
    at('data'),
    out,
  ])
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
const aged = async (place: string, ms: number) => {
  const then = new Date(Date.now() - ms)
  await utimes(place, then, then)
}
const notesAged = async (ms: number) => {
  for (const name of await notes()) await aged(at('data', 'packing', name), ms)
}
/** A workplace with a file deep in it, all untouched for so long. */
async function oldWorkplace(name: string, ms: number): Promise<void> {
  await mkdir(at('输出', name, '盘', '图片'), { recursive: true })
  await writeFile(at('输出', name, '盘', '图片', 'a.jpg'), 'a')
  for (const inner of [['盘', '图片', 'a.jpg'], ['盘', '图片'], ['盘'], []])
    await aged(at('输出', name, ...inner), ms)
}
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
    await notesAged(30 * day)
    await journal().sweep()
    expect(await notes()).toHaveLength(1)
    await rename(at('拔出的'), at('U盘'))
    await notesAged(31 * day)
    await journal().sweep()
    expect(await there(path.dirname(work))).toEqual([])
    expect(await notes()).toEqual([])
  })
  test('gives a disk up after ninety days', async () => {
    await killedIn(at('U盘', '输出'))
    await rm(at('U盘'), { recursive: true })
    await rewritten(({ device }) => ({ device: Number(device) + 1 }))
    await notesAged(89 * day)
    await journal().sweep()
    expect(await notes()).toHaveLength(1)
    await notesAged(91 * day)
    await journal().sweep()
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
  test.skipIf(birthOf(process.pid) === undefined)(
    'knows one whose number is borne by a living program that began at another time (Linux)',
    async () => {
      const work = await killedIn(at('甲'))
      await rewritten(() => ({ run: { id: 'another', pid: process.ppid, birth: birthOf(process.ppid) } }))
      await journal().sweep()
      expect(await there(work)).toEqual(['x.zip'])
      await rewritten(() => ({ run: { id: 'another', pid: process.ppid, birth: '1' } }))
      await journal().sweep()
      expect(await there(work)).toBeUndefined()
    },
  )
})

describe('nothing is taken away', () => {
  test('of a run that is alive and has not yet made what it noted', async () => {
    const name = workplaceName('a')
    const note = await journal().note({ home: at('输出'), names: [name], firstMade: at('输出') })
    await mkdir(at('输出'))
    await notesAged(23 * hour)
    await journal().sweep()
    expect(await there(at('输出'))).toEqual([])
    expect(await notes()).toHaveLength(1)
    await note.settle()
    expect(await there(at('输出'))).toBeUndefined()
  })
  test('of a run that is alive, be it this one or another, though it lasts and writes nothing', async () => {
    const name = workplaceName('a')
    await oldWorkplace(name, 3 * day)
    await journal().note({ home: at('输出'), names: [name] })
    for (const run of [undefined, { id: 'another', pid: process.ppid }]) {
      await rewritten((note) => ({ run: run ?? note['run'] }))
      await notesAged(100 * day)
      await journal().sweep()
      expect(await there(at('输出'))).toEqual([name])
      expect(await notes()).toHaveLength(1)
    }
  })
  test('of another computer that shares the data folder, before all of it has lain still for a day', async () => {
    const name = workplaceName('a').replace(thisHost, '00000000')
    await oldWorkplace(name, 25 * hour)
    await journal().note({ home: at('输出'), names: [name] })
    await rewritten(() => ({ host: '00000000', run: { id: 'other', pid: 999_999_999 } }))
    await notesAged(23 * hour)
    await journal().sweep()
    expect(await there(at('输出'))).toEqual([name])
    // Noted yesterday, but one file in it was written a moment ago.
    await notesAged(25 * hour)
    await aged(at('输出', name, '盘', '图片', 'a.jpg'), 0)
    await journal().sweep()
    expect(await there(at('输出'))).toEqual([name])
    await aged(at('输出', name, '盘', '图片', 'a.jpg'), 25 * hour)
    await journal().sweep()
    expect(await there(at('输出'))).toEqual([])
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

describe('in the folder of notes', () => {
  const uuid = '0a1b2c3d-0000-4000-8000-000000000000'
  const put = async (name: string, ms: number, content = '{"home":') => {
    await mkdir(at('data', 'packing'), { recursive: true })
    await writeFile(at('data', 'packing', name), content)
    await aged(at('data', 'packing', name), ms)
  }
  test('what others put there is left, however old', async () => {
    const names = ['照片说明.json', '旧.jpg', '.b.tmp', `${thisHost}-1-x.json`]
    for (const name of names) await put(name, 400 * day)
    await mkdir(at('data', 'packing', `${thisHost}-999999999-${uuid}.json`))
    await journal().sweep()
    expect(await notes()).toHaveLength(names.length + 1)
    expect(log).toEqual([])
  })
  test('a note of a later version, or one that makes no sense, stays for ninety days', async () => {
    await killedIn(at('甲'))
    await rewritten(() => ({ format: 2 }))
    await put(`${thisHost}-999999999-${uuid}.json`, 0)
    for (const [days, left] of [
      [0, 2],
      [89, 2],
      [91, 0],
    ] as const) {
      await notesAged(days * day)
      await journal().sweep()
      expect(await notes()).toHaveLength(left)
    }
    expect(await there(at('甲'))).toHaveLength(1)
  })
  test('a note whose writing was killed goes at once, and none that is being written', async () => {
    const living = `.${thisHost}-${process.ppid}-0a1b2c3d.${thisHost}-${process.ppid}.0123456789ab.tmp`
    await put(`.${thisHost}-999999999-0a1b2c3d.${thisHost}-999999999.0123456789ab.tmp`, 0)
    await put(living, 0)
    await journal().sweep()
    expect(await notes()).toEqual([living])
  })
  test('nothing is swept, or written, where it is a link to a folder of the clerk’s', async () => {
    await killedIn(at('甲'))
    await rename(at('data', 'packing'), at('文档'))
    await symlink(at('文档'), at('data', 'packing'), 'junction')
    await journal().sweep()
    expect(await there(at('甲'))).toHaveLength(1)
    await journal().note({ home: at('乙'), names: [workplaceName('a')] })
    expect(await there(at('文档'))).toHaveLength(1)
    expect(log).toMatchObject([{ event: 'packing-journal-unusable' }])
  })
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
