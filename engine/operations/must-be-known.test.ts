import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DraftItem } from '../../shared/project/document.ts'
import { faultOf, openEngine } from '../engine.fixture.ts'

type Engine = Awaited<ReturnType<typeof openEngine>>

let engine: Engine
let photos: string
let project: string
let item: DraftItem
let revision: number
/** A project from which its only file was taken away, before the engine was replaced by another. */
beforeEach(async () => {
  const first = await openEngine()
  photos = path.join(first.folder, '进校园')
  await mkdir(photos)
  await writeFile(path.join(photos, 'a.jpg'), 'a')
  project = (await first.client['project.create']({ notice: 'liaoning-2023' })).id
  const order = { project, task: 'media', claims: [first.claim(photos)] }
  const { document } = await first.client['project.add-sources'](order)
  const added = document.tasks['media']?.items[0]
  if (!added) throw new Error('no item')
  item = { ...added, fields: { caption: '写了很久的说明' } }
  const edits = [{ type: 'remove-items' as const, task: 'media', items: [item.id] }]
  revision = (await first.client['project.edit']({ project, revision: document.revision, edits })).revision
  engine = await openEngine({ folder: first.folder })
})
afterEach(() => engine.close())

const putBack = (back: DraftItem) =>
  faultOf(
    engine.client['project.edit']({
      project,
      revision,
      edits: [{ type: 'add-items', task: 'media', items: [{ item: back, at: 0 }] }],
    }),
  )
const at = (place: string, root = photos): DraftItem => ({ ...item, source: { path: place, root } })

test.each(['the dropped folder', 'one above it', 'the file'])(
  'a file taken away earlier is put back by an engine that knows of %s',
  async (claimed) => {
    if (claimed === 'the file') item = at(item.source.path, item.source.path)
    engine.claim({ 'the dropped folder': photos, 'the file': item.source.path }[claimed] ?? engine.folder)
    expect(await putBack(item)).toBeUndefined()
    const { tasks } = await engine.client['project.open']({ project })
    expect(tasks['media']?.items).toEqual([item])
    expect(await engine.client['media.probe']({ files: [item.id] })).toMatchObject([{ facts: { bytes: 1 } }])
  },
)
test('one that is gone meanwhile is put back all the same', async () => {
  engine.claim(photos)
  await rm(item.source.path)
  expect(await putBack(item)).toBeUndefined()
})
test('a file of the samples is put back', async () => {
  await engine.client['samples.write']({})
  const order = { project, task: 'media', claims: ['samples'] }
  const { document, added } = await engine.client['project.add-sources'](order)
  const [id = ''] = added
  const sample = document.tasks['media']?.items.find((one) => one.id === id)
  const edits = [{ type: 'remove-items' as const, task: 'media', items: [id] }]
  revision = (await engine.client['project.edit']({ project, revision: document.revision, edits })).revision
  engine = await openEngine({ folder: engine.folder })
  expect(await putBack(sample ?? item)).toBeUndefined()
})
test.each(['another project', 'a removed one'])('a source that %s has is taken', async (other) => {
  const before = await openEngine({ folder: engine.folder, newId: () => crypto.randomUUID() })
  const { id } = await before.client['project.create']({ notice: 'liaoning-2023' })
  const order = { project: id, task: 'media', claims: [before.claim(photos)] }
  await before.client['project.add-sources'](order)
  if (other === 'a removed one') await before.client['project.remove']({ project: id })
  expect(await putBack(item)).toBeUndefined()
})
test('a path that nobody handed in never becomes an item', async () => {
  expect(await putBack(item)).toMatchObject({ code: 'bad-request' })
  engine.claim(photos)
  const secret = path.join(engine.folder, 'secret.jpg')
  await writeFile(secret, 'secret')
  for (const stranger of [
    at(secret),
    at(secret, engine.folder),
    at('/etc/passwd', '/etc'),
    at(`${photos}/../secret.jpg`),
    at(`${photos}/./a.jpg`),
    at(`${photos}-b/a.jpg`),
    at(item.source.path, engine.folder),
    at(item.source.path, path.join(photos, '别处')),
    at('a.jpg', ''),
    at(path.relative(process.cwd(), item.source.path)),
  ])
    expect([stranger.source, await putBack(stranger)]).toEqual([
      stranger.source,
      expect.objectContaining({ code: 'bad-request' }),
    ])
  expect((await engine.client['project.open']({ project })).tasks['media']?.items).toEqual([])
  expect(await engine.client['media.probe']({ files: [item.id] })).toEqual([])
})
