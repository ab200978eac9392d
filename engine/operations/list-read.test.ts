import { rmSync } from 'node:fs'
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Step } from '../../shared/operation.ts'
import { faultOf, openEngine } from '../engine.fixture.ts'
import { workbookOf } from '../tables/tables.fixture.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
let folder: string
beforeEach(async () => {
  engine = await openEngine()
  folder = path.join(engine.folder, '各县区')
  await mkdir(path.join(folder, '沈河区'), { recursive: true })
})
afterEach(() => engine.close())

const task = { notice: 'liaoning-2023', task: 'activities' }
const header = ['序号', '活动名称', '活动时间', '活动地点', '主办单位', '联系人', '联系电话']
const activity = ['1', '科普大篷车', '9月17日', '沈阳', '市科协', '张三', '024-23221703']
const put = (name: string, content: Buffer | string) => writeFile(path.join(folder, name), content)
const read = (...places: string[]) =>
  engine.client['list.read']({ ...task, claims: places.map((place) => engine.claim(place)) })

test('all tables below a folder are read in order, each file with what is wrong with it', async () => {
  await put('2.csv', iconv.encode(`${header.join(',')}\n${activity.join(',')}`, 'gbk'))
  await put('10.xlsx', workbookOf([header, activity]))
  await put('沈河区/照片.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]))
  await put('沈河区/坏.xls', workbookOf([header], undefined, 'biff8').subarray(0, 700))
  await put('~$10.xlsx', 'lock')
  const { files, ignored, troubles } = await read(folder)
  expect(files.map(({ name, problem, tables }) => [name, problem, tables.length])).toEqual([
    ['2.csv', undefined, 1],
    ['10.xlsx', undefined, 1],
    ['沈河区/坏.xls', { problem: 'damaged' }, 0],
    ['沈河区/照片.jpg', { problem: 'not-a-table-file', format: 'jpeg' }, 0],
  ])
  for (const { tables } of files.slice(0, 2))
    expect(tables[0]?.lines).toEqual([
      { row: 1, cells: header },
      { row: 2, cells: activity },
    ])
  expect([ignored, troubles]).toEqual([{ count: 1, names: ['~$10.xlsx'] }, []])
})

test('how columns were understood comes back with the next table that has the same headers', async () => {
  await put('a.xlsx', workbookOf([['附件2'], header, activity]))
  const first = await read(folder)
  expect(first.files[0]?.tables[0]?.remembered).toBeUndefined()
  const { findTableHeader, headerKey } = await import('../../shared/lists/table-header.ts')
  const notice = await engine.client['notice.load']({ id: task.notice })
  const list = notice.tasks.find(({ id }) => id === task.task)
  const [table] = first.files[0]?.tables ?? []
  if (list?.kind !== 'table' || !table) throw new Error('no list')
  const headers = headerKey(findTableHeader(table, list)?.labels ?? [])
  const uses = [null, { field: 'name', part: 'whole' as const }, null, null, null, null, null]
  await engine.client['list.remember']({ columns: [{ headers, uses }] })
  expect((await read(folder)).files[0]?.tables[0]?.remembered).toEqual(uses)
  // A field of another notice says nothing about this one.
  const strange = [{ field: 'nowhere', part: 'whole' as const }]
  await engine.client['list.remember']({ columns: [{ headers, uses: strange }] })
  expect((await read(folder)).files[0]?.tables[0]?.remembered).toBeUndefined()
})

test('what has vanished or is locked keeps nothing else from being read', async () => {
  await put('a.csv', 'a,b\n')
  await put('b.csv', 'a,b\n')
  const gone = path.join(engine.folder, '不在.xlsx')
  const { troubles } = await read(gone, folder)
  expect(troubles).toEqual([{ path: gone, reason: 'vanished' }])
  await rm(path.join(folder, 'a.csv'))
  await chmod(path.join(folder, 'b.csv'), 0)
  const { files } = await read(folder)
  // Nothing is locked to the superuser.
  const locked = process.getuid?.() === 0 ? undefined : { problem: 'unreadable', reason: 'EACCES' }
  expect(files.map(({ name, problem }) => [name, problem])).toEqual([['b.csv', locked]])
})

test('a file that vanishes while others are read is told as unreadable', async () => {
  await put('a.csv', 'a,b\n')
  await put('b.csv', 'a,b\n')
  const progress = (step: Step) => {
    if (step.item === 'a.csv') rmSync(path.join(folder, 'b.csv'))
  }
  const input = { ...task, claims: [engine.claim(folder)] }
  const call = { signal: new AbortController().signal, progress }
  const { files } = await engine.operations['list.read'](input, call)
  expect(files.map(({ problem }) => problem)).toEqual([
    undefined,
    { problem: 'unreadable', reason: 'ENOENT' },
  ])
})

test('a film of two gigabytes is told by its head, a huge text by its size', async () => {
  const { truncate } = await import('node:fs/promises')
  await put('a.txt', 'a,b\n'.repeat(5000))
  await truncate(path.join(folder, 'a.txt'), 30_000_000)
  await put('b.pdf', '%PDF-1.4\n')
  await truncate(path.join(folder, 'b.pdf'), 2 ** 31)
  const { files } = await read(folder)
  expect(files.map(({ problem }) => problem)).toEqual([
    { problem: 'too-large', bytes: 30_000_000, limit: 20 * 1024 * 1024 },
    { problem: 'not-a-table-file', format: 'pdf' },
  ])
})

test('progress names each file, and goes to the end', async () => {
  await put('a.csv', 'a,b\n')
  await put('b.csv', 'a,b\n')
  const steps: Step[] = []
  const input = { ...task, claims: [engine.claim(folder)] }
  const call = { signal: new AbortController().signal, progress: (step: Step) => void steps.push(step) }
  await engine.operations['list.read'](input, call)
  const told = steps.filter(({ stage }) => stage === 'read')
  expect(told.map(({ item }) => item)).toEqual(['a.csv', 'b.csv', undefined])
  expect(told.at(-1)).toEqual({ stage: 'read', done: 2, total: 2 })
})

test('cancelling ends it between two files', async () => {
  await put('a.csv', 'a,b\n')
  const controller = new AbortController()
  const progress = ({ stage }: Step) => {
    if (stage === 'read') controller.abort()
  }
  const input = { ...task, claims: [engine.claim(folder)] }
  const call = engine.operations['list.read'](input, { signal: controller.signal, progress })
  expect(await faultOf(call)).toEqual({ code: 'cancelled' })
})

test('only a list is read into', async () => {
  const claims = [engine.claim(folder)]
  expect(await faultOf(engine.client['list.read']({ ...task, task: 'media', claims }))).toMatchObject({
    code: 'task-of-other-kind',
    task: 'media',
    kind: 'media',
  })
  expect(await faultOf(engine.client['list.read']({ ...task, task: 'none', claims }))).toMatchObject({
    code: 'task-unknown',
  })
})

test('notes and data of programs that lie among the tables are told apart from them', async () => {
  await put('说明.md', '# 各区清单\n和平区,9项\n')
  await put('清单.json', '{"a":1,\n"b":2}')
  await put('清单.txt', '活动名称\t活动时间\n科普大篷车\t9月17日\n')
  const { files } = await read(folder)
  expect(files.map(({ name, problem }) => [name, problem?.problem])).toEqual([
    ['清单.json', 'not-a-table-file'],
    ['清单.txt', undefined],
    ['说明.md', 'not-a-table-file'],
  ])
})

test('a folder of more lines than an answer carries says which files were not taken', async () => {
  const long = `${header.join(',')}\n${`${activity.join(',')}\n`.repeat(18_000)}`
  for (const name of ['1.csv', '2.csv', '3.csv']) await put(name, long)
  await put('4.csv', `${header.join(',')}\n${activity.join(',')}\n`)
  const { files } = await read(folder)
  const beyond = files.filter(({ problem }) => problem !== undefined)
  expect(beyond.map(({ problem, tables }) => [problem?.problem, tables])).toEqual([['too-many-rows', []]])
  expect(files.find(({ name }) => name === '4.csv')?.tables).toHaveLength(1)
})

test('columns that are too long to be remembered do no harm', async () => {
  const columns = [{ headers: 'x'.repeat(5000), uses: [null] }]
  expect(await faultOf(engine.client['list.remember']({ columns }))).toBeUndefined()
})

test('texts where a header is looked for do not have to be headers', async () => {
  const spread = `a${' '.repeat(30_000)}b`
  await put(
    'a.csv',
    [...Array.from({ length: 5 }, () => [spread, spread, 'x']), header, activity]
      .map((line) => line.join(','))
      .join('\n'),
  )
  const { files } = await read(folder)
  expect(files[0]?.tables[0]?.lines).toHaveLength(7)
})
