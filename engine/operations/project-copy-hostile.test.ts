import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DraftItem, PackageRecord, ProjectDocument } from '../../shared/project/document.ts'
import { faultOf } from '../engine.fixture.ts'
import { forge, mediaOf, type Machine, openedCopy, openMachine, saveCopy } from './copies.fixture.ts'
import { soundProject, writeSoundPhotos } from './sound-project.fixture.ts'

let home: Machine
let office: Machine
let file: string
/** On the second computer, handed in by nobody. */
let secret: string
beforeEach(async () => {
  home = await openMachine()
  office = await openMachine()
  await writeSoundPhotos(path.join(home.folder, '素材'))
  const { id } = await soundProject(home.client, home.claim(path.join(home.folder, '素材')))
  await home.client['project.build']({
    project: id,
    task: 'media',
    out: home.claim(path.join(home.folder, '输出')),
  })
  file = await saveCopy(home, id)
  secret = path.join(office.folder, '私人', 'private.jpg')
  await mkdir(path.dirname(secret))
  await writeFile(secret, 'private')
})
afterEach(() => Promise.all([home.close(), office.close()]))

const withMedia = (document: ProjectDocument, change: Partial<ReturnType<typeof mediaOf>>) => ({
  ...document,
  tasks: { ...document.tasks, media: { ...mediaOf(document), ...change } },
})
const withFirst = (document: ProjectDocument, change: Partial<DraftItem>) =>
  withMedia(document, {
    items: mediaOf(document).items.map((item, at) => (at === 0 ? { ...item, ...change } : item)),
  })
const withRecord = (document: ProjectDocument, change: (record: PackageRecord) => Partial<PackageRecord>) =>
  withMedia(document, {
    packages: mediaOf(document).packages.map((record) => ({ ...record, ...change(record) })),
  })
/** The engine that opened the file, and one that began anew since. */
const engines = async () => [office, await openMachine(office.folder)]

test.each([
  ['a file of this computer', () => ({ path: secret, root: path.dirname(secret) })],
  ['a file of the system', () => ({ path: '/etc/passwd', root: '/etc' })],
  ['everything', () => ({ path: secret, root: path.parse(secret).root })],
  ['a file of Windows', () => ({ path: 'C:\\Users\\张三\\private.jpg', root: 'C:\\' })],
])('a path that is smuggled in is known to nobody: %s', async (_, source) => {
  await forge(file, (document) => withFirst(document, { source: source() }))
  const { document, missing } = await openedCopy(office, file)
  expect(missing).toBe(2)
  const [item] = mediaOf(document).items
  if (!item) throw new Error('no item')
  for (const machine of await engines()) {
    const [probed] = await machine.client['media.probe']({ files: [item.id] })
    expect(probed?.facts.condition).toMatchObject({ state: 'unreadable', reason: 'vanished' })
    expect(await machine.locate(item.id)).not.toBe(source().path)
    const edit = machine.client['project.edit']({
      project: document.id,
      revision: document.revision,
      edits: [
        { type: 'add-items', task: 'media', items: [{ item: { ...item, id: 'new', source: source() } }] },
      ],
    })
    expect(await faultOf(edit)).toMatchObject({ code: 'bad-request' })
  }
  expect(
    await readFile(path.join(office.folder, 'data', 'projects', `${document.id}.json`), 'utf8'),
  ).not.toContain(JSON.stringify(source().path).slice(1, -1))
})

test.each([
  '../../私人/private.jpg',
  '../../../../../../../../etc/passwd',
  '..\\..\\私人\\private.jpg',
  '/etc/passwd',
])('a place below the folder that leads out of it leads nowhere: %s', async (relative) => {
  await forge(file, (document) => withFirst(document, { relative }))
  const { document, missing } = await openedCopy(office, file)
  expect(missing).toBe(2)
  const nowhere = path.join(office.folder, 'data', 'elsewhere') + path.sep
  for (const { source } of mediaOf(document).items) {
    expect(source.path.startsWith(nowhere)).toBe(true)
    expect(source.root.startsWith(nowhere)).toBe(true)
  }
})

test('an id that stands for a file here goes on standing for it', async () => {
  await writeSoundPhotos(path.join(office.folder, '素材'))
  const own = await soundProject(office.client, office.claim(path.join(office.folder, '素材')))
  const [kept] = mediaOf(own).items
  if (!kept) throw new Error('no item')
  await forge(file, (document) =>
    withFirst(document, { id: kept.id, source: { path: secret, root: secret } }),
  )
  const { document } = await openedCopy(office, file)
  expect(mediaOf(document).items.map(({ id }) => id)).not.toContain(kept.id)
  for (const machine of await engines()) expect(await machine.locate(kept.id)).toBe(kept.source.path)
})

test.each(['../../evil', 'CON', 'A'.repeat(300), 'removed/x'])(
  'an id that is no id becomes no file: %s',
  async (id) => {
    await forge(file, (document) => ({ ...withFirst(document, { id: 'package-x-0' }), id }))
    const { document } = await openedCopy(office, file)
    expect(document.id).toMatch(/^[0-9a-f-]{36}$/)
    expect(mediaOf(document).items[0]?.id).toMatch(/^[0-9a-f-]{36}$/)
    expect(await readdir(path.join(office.folder, 'data', 'projects'))).toEqual([`${document.id}.json`])
  },
)

test('a package that claims to lie here is not looked for, and nothing is written beside it', async () => {
  const folder = path.dirname(secret)
  await forge(file, (document) =>
    withRecord(document, ({ result }) => ({
      id: 'x',
      elsewhere: undefined,
      result: {
        ...result,
        out: folder,
        packages: result.packages.map((part) => ({ ...part, path: secret, bytes: 7 })),
        documents: ['/etc/passwd'],
      },
    })),
  )
  const { document } = await openedCopy(office, file)
  const [record] = mediaOf(document).packages
  const of = { project: document.id, task: 'media', package: record?.id ?? '' }
  for (const machine of await engines()) {
    const [state] = await machine.client['project.packages']({ project: document.id, task: 'media' })
    expect(state).toMatchObject({ state: 'elsewhere', files: [] })
    for (const id of [`package-${of.package}`, `package-${of.package}-0`])
      expect(await machine.locate(id)).toBeUndefined()
    const draft = machine.client['project.draft-mail']({ ...of, mail: 0 })
    expect(await faultOf(draft)).toMatchObject({ code: 'attachment-unusable' })
    const paper = machine.client['project.paper']({ ...of, paper: 'checklist' })
    expect(await faultOf(paper)).toMatchObject({ code: 'paper-unusable' })
  }
  expect(await readdir(folder)).toEqual(['private.jpg'])
})

test('a package that bears the id of one here, and is another, does not stand for it', async () => {
  await openedCopy(office, file)
  await forge(file, (document) =>
    withRecord(document, ({ result }) => ({
      result: { ...result, packages: result.packages.map((part) => ({ ...part, sha256: '0'.repeat(64) })) },
    })),
  )
  const { document } = await openedCopy(home, file, true)
  const states = await home.client['project.packages']({ project: document.id, task: 'media' })
  expect(states.map(({ state }) => state)).toEqual(['elsewhere'])
})

test('a workbook that nobody has handed in here is said to be gone when the list is written', async () => {
  const template = {
    id: 'a'.repeat(64),
    name: '../../x.xlsx',
    sheet: 's',
    headerRow: 1,
    labels: [],
    uses: [],
  }
  const rows = [{ id: 'r', fields: { name: '科普讲座' } }]
  await forge(file, (document) => ({
    ...document,
    tasks: { activities: { items: [], rows, declared: [], waivers: [], packages: [], template } },
  }))
  const { document } = await openedCopy(office, file)
  const submission = { task: 'activities', items: [], rows, declared: [], waivers: [], template }
  const out = office.claim(path.join(office.folder, 'x.xlsx'))
  const written = office.client['list.write']({ notice: document.notice.id, submission, out })
  expect(await faultOf(written)).toMatchObject({ code: 'template-unusable', problem: 'copy-missing' })
})
