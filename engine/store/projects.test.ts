import { fork } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Fault } from '../../shared/faults.ts'
import { blankUnit, type ProjectDocument } from '../../shared/project/document.ts'
import { openProjects } from './projects.ts'
import { thisHost } from './this-host.ts'

let dataDir: string
beforeEach(async () => void (dataDir = await mkdtemp(path.join(tmpdir(), 'kepuri-projects-'))))
afterEach(() => rm(dataDir, { recursive: true, force: true }))

let clock = 0
const open = () =>
  openProjects({ dataDir, now: () => new Date(1_700_000_000_000 + (clock += 1000)), log: () => undefined })
const document = (id: string): ProjectDocument => ({
  format: 1,
  id,
  notice: { id: 'liaoning-2023', version: '1.0.0' },
  revision: 0,
  createdAt: '2023-08-10T00:00:00.000Z',
  changedAt: '2023-08-10T00:00:00.000Z',
  unit: blankUnit,
  tasks: {},
})
const named = (name: string) => (project: ProjectDocument) => ({
  ...project,
  unit: { ...project.unit, name },
})
const file = (id: string) => path.join(dataDir, 'projects', `${id}.json`)
const faultOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => (error instanceof Fault ? error.data : error),
  )

test('a change is on the disk when it is answered', async () => {
  const projects = open()
  await projects.create(document('p1'))
  await projects.change('p1', named('沈阳市科协'))
  expect(await open().open('p1')).toMatchObject({ revision: 1, unit: { name: '沈阳市科协' } })
})
test('projects may be listed while one is being written', async () => {
  const projects = open()
  await projects.create(document('p1'))
  const written = new AbortController()
  const listing = (async () => {
    const lists: Promise<unknown>[] = []
    while (!written.signal.aborted) {
      lists.push(projects.list())
      await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all(lists)
  })()
  try {
    for (let count = 1; count <= 100; count += 1) await projects.change('p1', named(String(count)))
  } finally {
    written.abort()
    await listing
  }
  expect((await open().open('p1')).revision).toBe(100)
})
test('changes that come at once are all kept, in order', async () => {
  const projects = open()
  await projects.create(document('p1'))
  const add = (letter: string) =>
    projects.change('p1', (project) => named(`${project.unit.name}${letter}`)(project))
  await Promise.all([...'科普日报送助手'].map(add))
  expect((await open().open('p1')).unit.name).toBe('科普日报送助手')
})
test('a change that fails leaves the project as it was, and the next one goes on', async () => {
  const projects = open()
  await projects.create(document('p1'))
  const failing = projects.change('p1', () => {
    throw new RangeError('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect((await projects.change('p1', named('沈阳市科协'))).unit.name).toBe('沈阳市科协')
})
test('projects are listed with the one changed last first', async () => {
  const projects = open()
  for (const id of ['p1', 'p2', 'p3']) await projects.create(document(id))
  await projects.change('p2', named('沈阳市科协'))
  expect((await projects.list()).projects.map(({ id }) => id)[0]).toBe('p2')
})
test.each(['{"format":1', '', 'null', '[]', '{"format":1,"id":"p1"}'])(
  'a damaged file %j is put aside whole, and said so',
  async (text) => {
    await open().create(document('p1'))
    await writeFile(file('p1'), text)
    const { projects, aside } = await open().list()
    expect(projects).toEqual([])
    expect(aside.map(({ project }) => project)).toEqual(['p1'])
    expect(await readFile(aside[0]?.path ?? '', 'utf8')).toBe(text)
    expect(await faultOf(open().open('p1'))).toEqual({ code: 'project-unknown', project: 'p1' })
  },
)
test('a project of a later version is refused and left where it is', async () => {
  await open().create(document('p1'))
  const later = JSON.stringify({ ...document('p1'), format: 99 })
  await writeFile(file('p1'), later)
  expect(await faultOf(open().open('p1'))).toEqual({ code: 'project-too-new', project: 'p1' })
  expect(await readFile(file('p1'), 'utf8')).toBe(later)
})
test('what cannot be opened is left where it is, and stands in the list with the reason', async () => {
  for (const id of ['p1', 'p2', 'p3']) await open().create(document(id))
  await writeFile(file('p1'), JSON.stringify({ ...document('p1'), format: 99 }))
  await rm(file('p2'))
  await mkdir(file('p2'))
  const fault = { code: 'not-readable', path: file('p2'), reason: 'EISDIR' }
  expect(await faultOf(open().open('p2'))).toEqual(fault)
  const { projects, aside, unopenable } = await open().list()
  expect(projects.map(({ id }) => id)).toEqual(['p3'])
  expect(aside).toEqual([])
  expect(unopenable.toSorted((a, b) => a.project.localeCompare(b.project))).toEqual([
    { project: 'p1', fault: { code: 'project-too-new', project: 'p1' } },
    { project: 'p2', fault },
  ])
})
test('a folder of projects that cannot be read is not one without projects', async () => {
  expect((await open().list()).projects).toEqual([])
  await symlink('projects', path.join(dataDir, 'projects'))
  expect(await faultOf(open().list())).toMatchObject({ code: 'not-readable', reason: 'ELOOP' })
})
test('where the items of all projects and of removed ones come from can be told', async () => {
  const source = { path: '/a/b.jpg', root: '/a' }
  const item = { id: 'i', relative: 'a/b.jpg', source, fields: {} }
  const media = { items: [item], rows: [], declared: [], waivers: [], packages: [] }
  await open().create({ ...document('p1'), tasks: { media } })
  await writeFile(file('p2'), 'damaged')
  expect(await open().sources('projects')).toEqual([source])
  expect(await open().sources('removed')).toEqual([])
  expect(await readFile(file('p2'), 'utf8')).toBe('damaged')
  await open().remove('p1')
  expect([await open().sources('projects'), await open().sources('removed')]).toEqual([[], [source]])
})
test.each(['../secret', '..', '', 'a/b', 'p1.json'])('%j is no name of a project', async (id) => {
  expect(await faultOf(open().open(id))).toEqual({ code: 'project-unknown', project: id })
})
test('a removed project is gone from the list and still on the disk', async () => {
  const projects = open()
  await projects.create(document('p1'))
  await projects.remove('p1')
  expect((await projects.list()).projects).toEqual([])
  expect(await readdir(path.join(dataDir, 'projects', 'removed'))).toHaveLength(1)
})
test('of writes that were killed nothing stays, and what another program is writing is left alone', async () => {
  const projects = path.join(dataDir, 'projects')
  const temporary = (mark: string) => `.p1.json${mark}.0123456789ab.tmp`
  const names = {
    dead: temporary(`.${thisHost}-999999999`),
    living: temporary(`.${thisHost}-${process.ppid}`),
    elsewhere: temporary('.00000000-999999999'),
    unmarked: temporary(''),
    foreign: '照片.tmp',
  }
  await mkdir(projects)
  for (const name of Object.values(names)) await writeFile(path.join(projects, name), '')
  await open().list()
  const { dead: _, ...left } = names
  expect((await readdir(projects)).toSorted()).toEqual(Object.values(left).toSorted())
  const old = new Date(Date.now() - 25 * 3_600_000)
  for (const name of Object.values(left)) await utimes(path.join(projects, name), old, old)
  await open().list()
  expect((await readdir(projects)).toSorted()).toEqual([names.living, names.foreign].toSorted())
})
test('killed at any moment, the file holds a whole document, no older than the last answer', async () => {
  await open().create(document('p1'))
  for (let round = 0; round < 5; round += 1) {
    const child = fork(path.join(import.meta.dirname, 'edit-forever.fixture.ts'), [dataDir, 'p1'], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    let answered = 0
    child.on('message', (count) => (answered = Number(count)))
    await new Promise((resolve) => child.once('message', resolve))
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 60))
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('close', resolve))
    const { projects, aside } = await open().list()
    expect(aside).toEqual([])
    expect(Number(projects[0]?.unit.name)).toBeGreaterThanOrEqual(answered)
    expect((await readdir(path.join(dataDir, 'projects'))).filter((name) => name.endsWith('.tmp'))).toEqual(
      [],
    )
  }
})
