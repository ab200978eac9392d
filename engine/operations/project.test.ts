import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DraftItem } from '../../shared/project/document.ts'
import type { Edit } from '../../shared/project/edit.ts'
import { faultOf, openEngine } from '../engine.fixture.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
let photos: string
beforeEach(async () => {
  engine = await openEngine()
  photos = path.join(engine.folder, '进校园')
  await mkdir(photos)
  for (const name of ['a.jpg', 'b.jpg', 'Thumbs.db']) await writeFile(path.join(photos, name), name)
})
afterEach(() => engine.close())

const create = () => engine.client['project.create']({ notice: 'liaoning-2023' })
const add = (project: string, place = photos) =>
  engine.client['project.add-sources']({ project, task: 'media', claims: [engine.claim(place)] })

test('files that are added stand in the project with their place below the folder', async () => {
  const { id } = await create()
  const { document, added, ignored } = await add(id)
  expect(document.tasks['media']?.items.map(({ relative }) => relative)).toEqual([
    '进校园/a.jpg',
    '进校园/b.jpg',
  ])
  expect([added.length, ignored.count]).toEqual([2, 1])
  expect(await engine.client['project.open']({ project: id })).toEqual(document)
})
test('a folder dropped a second time adds only what is new', async () => {
  const { id } = await create()
  await add(id)
  await writeFile(path.join(photos, 'c.jpg'), 'c')
  const { added, known } = await add(id)
  expect([added.length, known]).toEqual([1, 2])
})
test('captions that lie beside the files come in with them', async () => {
  await writeFile(path.join(photos, 'a.txt'), '学生体验科普大篷车。')
  const { id } = await create()
  const { document } = await add(id)
  expect(document.tasks['media']?.items.map(({ fields }) => fields['caption'])).toEqual([
    '学生体验科普大篷车。',
    undefined,
    undefined,
  ])
})
test('a copy of a folder that is there adds only what differs', async () => {
  const { id } = await create()
  await add(id)
  const copy = path.join(engine.folder, '下一次', '进校园')
  await cp(photos, copy, { recursive: true, preserveTimestamps: true })
  await writeFile(path.join(copy, 'b.jpg'), 'another b')
  const { document, known } = await add(id, copy)
  expect(known).toBe(1)
  expect(document.tasks['media']?.items.map(({ relative }) => relative)).toEqual([
    '进校园/a.jpg',
    '进校园/b.jpg',
    '(2) 进校园/b.jpg',
  ])
})
test('files of two folders with equal names are told apart', async () => {
  const { id } = await create()
  await add(id)
  const other = path.join(engine.folder, '另一处', '进校园')
  await mkdir(other, { recursive: true })
  await writeFile(path.join(other, 'a.jpg'), 'other')
  const { document } = await add(id, other)
  expect(document.tasks['media']?.items.map(({ relative }) => relative)).toEqual([
    '进校园/a.jpg',
    '进校园/b.jpg',
    '(2) 进校园/a.jpg',
  ])
})
test('items can be probed by their ids after the project is opened again', async () => {
  const { id } = await create()
  const { added } = await add(id)
  await rm(path.join(photos, 'b.jpg'))
  await engine.client['project.open']({ project: id })
  const probed = await engine.client['media.probe']({ files: added })
  expect(probed.map(({ facts }) => facts.condition.state)).toEqual(['unchecked', 'unreadable'])
})
test('an engine that has not opened the project knows its items all the same', async () => {
  const { id } = await create()
  const { added } = await add(id)
  const fresh = await openEngine({ folder: engine.folder })
  const probed = await fresh.client['media.probe']({ files: added })
  expect(probed.map((one) => one.id)).toEqual(added)
})
test('files that are in no project any more are left out of what is measured', async () => {
  const { id } = await create()
  const { added, document } = await add(id)
  const [gone = '', stays = ''] = added
  const edits: Edit[] = [{ type: 'remove-items', task: 'media', items: [gone] }]
  await engine.client['project.edit']({ project: id, revision: document.revision, edits })
  const fresh = await openEngine({ folder: engine.folder })
  const probed = await fresh.client['media.probe']({ files: [gone, stays, 'nobody'], anew: true })
  expect(probed.map((one) => one.id)).toEqual([stays])
})
test('adding that is cancelled changes nothing, or is done', async () => {
  const { id } = await create()
  const order = { project: id, task: 'media', claims: [engine.claim(photos)] }
  const early = new AbortController()
  const progress = () => early.abort()
  const call = engine.operations['project.add-sources'](order, { signal: early.signal, progress })
  expect(await faultOf(call)).toEqual({ code: 'cancelled' })
  expect((await engine.client['project.open']({ project: id })).revision).toBe(0)

  const late = new AbortController()
  // The clock is asked when the change is made and about to be written.
  const now = () => (late.abort(), new Date())
  const second = await openEngine({ folder: engine.folder, now })
  const { document } = await second.operations['project.add-sources'](
    { ...order, claims: [second.claim(photos)] },
    { signal: late.signal, progress: () => undefined },
  )
  expect([late.signal.aborted, document.tasks['media']?.items.length]).toEqual([true, 2])
})
test('an edit counts the revision up, and one made on an old revision is refused', async () => {
  const { id, revision } = await create()
  const unit = { name: '沈阳市科协', class: 'city', region: '', contact: '', phone: '' }
  const edit = { project: id, revision, edits: [{ type: 'set-unit' as const, unit }] }
  expect((await engine.client['project.edit'](edit)).revision).toBe(revision + 1)
  expect(await faultOf(engine.client['project.edit'](edit))).toEqual({
    code: 'project-changed-elsewhere',
    project: id,
  })
})
test('a new project begins with the unit that was entered last', async () => {
  const { id, revision } = await create()
  const unit = { name: '沈阳市科协', class: 'city', region: '沈阳市', contact: '张三', phone: '024-23221703' }
  await engine.client['project.edit']({ project: id, revision, edits: [{ type: 'set-unit', unit }] })
  expect((await create()).unit).toEqual(unit)
})
test('the list tells how much is in each task', async () => {
  const { id } = await create()
  await add(id)
  const { projects } = await engine.client['project.list']({})
  expect(projects).toMatchObject([{ id, tasks: { media: { items: 2, rows: 0, packages: 0 } } }])
})
test('a task that the notice does not have takes no files', async () => {
  const { id } = await create()
  const claims = [engine.claim(photos)]
  expect(
    await faultOf(engine.client['project.add-sources']({ project: id, task: 'films', claims })),
  ).toMatchObject({ code: 'task-unknown' })
})
test('a removed file can be put back, but no path that was never handed in can become an item', async () => {
  const { id } = await create()
  const { document } = await add(id)
  const [first] = document.tasks['media']?.items ?? []
  if (!first) throw new Error('no item')
  const edit = (revision: number, edits: Edit[]) =>
    engine.client['project.edit']({ project: id, revision, edits })
  const { revision } = await edit(document.revision, [
    { type: 'remove-items', task: 'media', items: [first.id] },
  ])
  const back = (item: DraftItem): Edit[] => [{ type: 'add-items', task: 'media', items: [{ item, at: 0 }] }]
  const secret = { path: '/etc/passwd', root: '/etc' }
  for (const item of [
    { ...first, source: secret },
    { ...first, id: 'new', source: secret },
  ])
    expect(await faultOf(edit(revision, back(item)))).toMatchObject({ code: 'bad-request' })
  expect((await edit(revision, back(first))).revision).toBe(revision + 1)
})
test('an edit of a task that the notice does not have is refused', async () => {
  const { id, revision } = await create()
  const edits: Edit[] = [{ type: 'declare', task: 'films', declaration: 'x', affirmed: true }]
  expect(await faultOf(engine.client['project.edit']({ project: id, revision, edits }))).toMatchObject({
    code: 'task-unknown',
  })
})
