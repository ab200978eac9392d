import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ColumnUses } from '../../shared/lists/columns.ts'
import { openColumnMemory } from './remembered-columns.ts'

let dataDir: string
let events: string[]
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'kepuri-columns-'))
  events = []
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const open = (folder = dataDir) =>
  openColumnMemory({ dataDir: folder, now: () => new Date(5), log: ({ event }) => void events.push(event) })
const uses = (field: string): ColumnUses => [null, { field, part: 'whole' }]
const file = () => path.join(dataDir, 'columns.json')

test('columns are remembered beyond the end of the program', async () => {
  await open().remember([{ headers: '序号\t名称', uses: uses('name') }])
  expect(await open().recall()).toEqual(new Map([['序号\t名称', uses('name')]]))
})
test('the data folder may not be there yet', async () => {
  const folder = path.join(dataDir, 'new', 'data')
  expect(await open(folder).recall()).toEqual(new Map())
  await open(folder).remember([{ headers: 'a', uses: uses('name') }])
  expect((await open(folder).recall()).size).toBe(1)
})
test('what is remembered last under the same headers counts', async () => {
  const memory = open()
  await memory.remember([{ headers: 'a', uses: uses('name') }])
  await memory.remember([{ headers: 'a', uses: uses('place') }])
  expect((await memory.recall()).get('a')).toEqual(uses('place'))
})
test('calls at the same time lose nothing of each other', async () => {
  const memory = open()
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => memory.remember([{ headers: `${index}`, uses: uses('name') }])),
  )
  expect((await memory.recall()).size).toBe(20)
  expect(await readdir(dataDir)).toEqual(['columns.json'])
})
test('the oldest are forgotten beyond five hundred, those used anew are not', async () => {
  const memory = open()
  const many = Array.from({ length: 500 }, (_, index) => ({ headers: `${index}`, uses: uses('name') }))
  await memory.remember(many)
  await memory.remember([
    { headers: '0', uses: uses('name') },
    { headers: 'new', uses: uses('name') },
  ])
  const known = await memory.recall()
  expect([known.size, known.has('0'), known.has('1'), known.has('new')]).toEqual([500, true, false, true])
})
test('what is too long for headers of a list is passed over, beside the rest and in a file from before', async () => {
  const long = [
    { headers: 'x'.repeat(4001), uses: uses('name') },
    { headers: 'wide', uses: Array.from({ length: 101 }, () => null) },
  ]
  const known = new Map([['a', uses('name')]])
  const memory = open()
  await memory.remember([...long, { headers: 'a', uses: uses('name') }])
  expect(await memory.recall()).toEqual(known)
  const columns = [...long, { headers: 'a', uses: uses('name') }]
  await writeFile(file(), JSON.stringify({ version: 1, columns }))
  expect(await memory.recall()).toEqual(known)
  expect(events).toEqual([])
})
test.each([
  ['is no JSON', '{"version":1,"colu'],
  ['says something else', '{"version":1,"columns":[{"headers":7}]}'],
])('a file that %s is put aside, and nothing is remembered', async (_, content) => {
  await writeFile(file(), content)
  const memory = open()
  expect(await memory.recall()).toEqual(new Map())
  await memory.remember([{ headers: 'a', uses: uses('name') }])
  expect((await memory.recall()).size).toBe(1)
  expect(await readFile(`${file()}.damaged-5`, 'utf8')).toBe(content)
  expect(events).toEqual(['columns-set-aside'])
})
test('what cannot be read stops nobody from reading tables, but nothing is written over it', async () => {
  await mkdir(file())
  expect(await open().recall()).toEqual(new Map())
  expect(events).toEqual(['columns-unreadable'])
  await expect(open().remember([{ headers: 'a', uses: uses('name') }])).rejects.toMatchObject({
    data: { code: 'not-readable', reason: 'EISDIR' },
  })
})
