import { mkdir, readdir, readFile, rename, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProjectDocument } from '../../shared/project/document.ts'
import type { Edit } from '../../shared/project/edit.ts'
import { largestCopy } from '../../shared/project/project-copy.ts'
import { faultOf } from '../engine.fixture.ts'
import {
  forge,
  mediaOf,
  type Machine,
  openCopy,
  openedCopy,
  openMachine,
  saveCopy,
} from './copies.fixture.ts'
import { soundProject, writeSoundPhotos } from './sound-project.fixture.ts'

let home: Machine
let office: Machine
let project: ProjectDocument
let file: string
beforeEach(async () => {
  home = await openMachine()
  office = await openMachine()
  await writeSoundPhotos(path.join(home.folder, '进校园'))
  project = await soundProject(home.client, home.claim(path.join(home.folder, '进校园')))
  await home.client['media.probe']({ files: mediaOf(project).items.map(({ id }) => id) })
  file = await saveCopy(home, project.id)
})
afterEach(() => Promise.all([home.close(), office.close()]))

const edit = async (machine: Machine, { id, revision }: ProjectDocument, ...edits: Edit[]) => {
  await machine.client['project.edit']({ project: id, revision, edits })
  return machine.client['project.open']({ project: id })
}
const declared: Edit = { type: 'declare', task: 'media', declaration: 'rights', affirmed: true }
const projectsOf = async (machine: Machine) => (await machine.client['project.list']({})).projects
const texts = (document: ProjectDocument) =>
  mediaOf(document).items.map(({ relative, fields }) => [relative, fields])

describe('on another computer', () => {
  test('a project file becomes a project there, with all that was written', async () => {
    const { document, as, missing } = await openedCopy(office, file)
    expect([as, missing]).toEqual(['new', 2])
    expect(document.unit).toEqual(project.unit)
    expect(texts(document)).toEqual(texts(project))
    expect([document.id, document.changedAt]).toEqual([project.id, project.changedAt])
    expect(await office.client['project.open']({ project: document.id })).toEqual(document)
  })
  test('its files are missing until they are handed in, and are found again by their content', async () => {
    const { document } = await openedCopy(office, file)
    const ids = mediaOf(document).items.map(({ id }) => id)
    const before = await office.client['media.probe']({ files: ids })
    expect(before.map(({ facts }) => facts.condition)).toEqual(
      ids.map(() => ({ state: 'unreadable', reason: 'vanished', detail: 'ENOENT' })),
    )
    const stick = path.join(office.folder, 'U盘', '整理过')
    await mkdir(stick, { recursive: true })
    await rename(path.join(home.folder, '进校园'), path.join(stick, '照片'))
    const relocated = await office.client['project.relocate']({
      project: document.id,
      task: 'media',
      claims: [office.claim(stick)],
    })
    expect(relocated.missing).toEqual([])
    expect(texts(relocated.document)).toEqual(texts(project))
    const after = await office.client['media.probe']({ files: ids })
    expect(after.map(({ facts }) => facts.condition.state)).toEqual(['whole', 'whole'])
  })
  test('a file of the same name and size with other content is not taken for one of them', async () => {
    const { document } = await openedCopy(office, file)
    const other = path.join(office.folder, '进校园')
    await mkdir(other)
    const first = await readFile(path.join(home.folder, '进校园', '1.jpg'))
    await writeFile(path.join(other, '1.jpg'), first.fill(7, 5000, 5100))
    const claims = [office.claim(other)]
    const { found } = await office.client['project.relocate']({ project: document.id, task: 'media', claims })
    expect(found).toEqual([])
  })
  test('a package is remembered as one of another computer, and nothing of it is looked for', async () => {
    const out = home.claim(path.join(home.folder, '输出'))
    const { record } = await home.client['project.build']({ project: project.id, task: 'media', out })
    await saveCopy(home, project.id)
    const { document } = await openedCopy(office, file)
    const [kept] = mediaOf(document).packages
    expect(kept).toMatchObject({ id: record.id, version: 1, elsewhere: true, result: { packed: 2 } })
    expect(kept?.result.mails.map(({ subject }) => subject)).toEqual(
      record.result.mails.map(({ subject }) => subject),
    )
    const of = { project: document.id, task: 'media' }
    expect(await office.client['project.packages'](of)).toEqual([
      { package: record.id, state: 'elsewhere', folder: `package-${record.id}`, files: [] },
    ])
    expect(await office.locate(`package-${record.id}`)).toBeUndefined()
    const paper = office.client['project.paper']({ ...of, package: record.id, paper: 'checklist' })
    expect(await faultOf(paper)).toMatchObject({ code: 'paper-unusable', trouble: 'missing' })
    const draft = office.client['project.draft-mail']({ ...of, package: record.id, mail: 0 })
    expect(await faultOf(draft)).toMatchObject({ code: 'attachment-unusable', trouble: 'missing' })
    expect(await readdir(path.join(office.folder, 'data'))).not.toContain('elsewhere')
  })
  test('the file names no place of the computer it comes from', async () => {
    const out = home.claim(path.join(home.folder, '输出'))
    await home.client['project.build']({ project: project.id, task: 'media', out })
    await saveCopy(home, project.id)
    const text = await readFile(file, 'utf8')
    expect(text).not.toContain(home.folder)
    expect(text).toContain(project.unit.phone)
  })
})

describe('where the project is already', () => {
  test('one that says the same is just opened, also when it was changed and changed back', async () => {
    await edit(home, await edit(home, project, declared), { ...declared, affirmed: false })
    const { as, missing, document } = await openedCopy(home, file)
    expect([as, missing, document.id]).toEqual(['same', 0, project.id])
    expect(await projectsOf(home)).toHaveLength(1)
  })
  test('one that differs is asked about, and nothing is written', async () => {
    const changed = await edit(home, project, {
      type: 'remove-items',
      task: 'media',
      items: [mediaOf(project).items[0]?.id ?? ''],
    })
    const media = { rows: 0, packages: 0 }
    expect(await openCopy(home, file)).toEqual({
      outcome: 'differs',
      here: expect.objectContaining({
        changedAt: changed.changedAt,
        tasks: { media: { items: 1, ...media } },
      }),
      copy: expect.objectContaining({
        changedAt: project.changedAt,
        tasks: { media: { items: 2, ...media } },
      }),
    })
    expect(await home.client['project.open']({ project: project.id })).toEqual(changed)
  })
  test('beside it the copy stands on its own feet, with the files that are here', async () => {
    await edit(home, project, declared)
    const { document, missing } = await openedCopy(home, file, true)
    expect(missing).toBe(0)
    expect(document.id).not.toBe(project.id)
    const ids = mediaOf(document).items.map(({ id }) => id)
    expect(ids).not.toEqual(expect.arrayContaining(mediaOf(project).items.map(({ id }) => id)))
    expect(mediaOf(document).items.map(({ source }) => source)).toEqual(
      mediaOf(project).items.map(({ source }) => source),
    )
    await edit(home, document, { type: 'remove-items', task: 'media', items: ids })
    expect(mediaOf(await home.client['project.open']({ project: project.id })).items).toHaveLength(2)
  })
  test('a reason that is given for one file stays with that file beside it', async () => {
    const [first] = mediaOf(project).items
    const waive = {
      type: 'waive',
      task: 'media',
      code: 'bytes-below',
      item: first?.id,
      reason: '原图',
    } as const
    await edit(home, project, waive)
    const { document } = await openedCopy(home, await saveCopy(home, project.id), true)
    expect(mediaOf(document).waivers).toEqual([
      { code: 'bytes-below', item: mediaOf(document).items[0]?.id, reason: '原图' },
    ])
  })
  test('what was changed elsewhere comes home to the files and packages that are here', async () => {
    const out = home.claim(path.join(home.folder, '输出'))
    const { record } = await home.client['project.build']({ project: project.id, task: 'media', out })
    const { document } = await openedCopy(office, await saveCopy(home, project.id))
    await edit(office, document, {
      type: 'mark-sent',
      task: 'media',
      package: record.id,
      mail: 0,
      at: '2023-08-21T00:00:00.000Z',
    })
    const back = await openedCopy(home, await saveCopy(office, document.id), true)
    expect(back.missing).toBe(0)
    const { sent, ...kept } = mediaOf(back.document).packages[0] ?? {}
    expect([sent, kept]).toEqual([{ 0: '2023-08-21T00:00:00.000Z' }, { ...record, sent: undefined }])
    const states = await home.client['project.packages']({ project: back.document.id, task: 'media' })
    expect(states.map(({ state }) => state)).toEqual(['whole'])
  })
  test('one that was removed comes back with its files', async () => {
    await home.client['project.remove']({ project: project.id })
    const { as, missing, document } = await openedCopy(home, file)
    expect([as, missing, document.id]).toEqual(['new', 0, project.id])
  })
  test('one that cannot be read is left as it is, and the copy stands beside it', async () => {
    await home.client['project.remove']({ project: project.id })
    const there = path.join(home.folder, 'data', 'projects', `${project.id}.json`)
    await writeFile(there, JSON.stringify({ format: 99 }))
    const { document } = await openedCopy(home, file)
    expect(document.id).not.toBe(project.id)
    expect(await readFile(there, 'utf8')).toBe('{"format":99}')
  })
})

describe('a file that is no project', () => {
  const problemOf = async (content: string | Buffer | undefined) => {
    if (content !== undefined) await writeFile(file, content)
    return faultOf(openCopy(office, file))
  }
  const unusable = (problem: string) => ({
    code: 'project-file-unusable',
    path: '沈阳市科协.kepuri',
    problem,
  })
  test.each<[string, string | Buffer, string]>([
    ['an archive under another name', Buffer.from('PK\u0003\u0004\u0014 word/document.xml'), 'archive'],
    ['an empty file', '', 'other'],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'other'],
    ['a text', '沈阳市科协', 'other'],
    ['some other JSON', '{"format":1}\n{}', 'other'],
    ['a later version', '{"kepuri":"project-copy","version":2}\n…', 'too-new'],
  ])('%s is told', async (_, content, problem) => {
    expect(await problemOf(content)).toEqual(unusable(problem))
    expect(await projectsOf(office)).toEqual([])
  })
  test('a file that was cut off anywhere, or changed by one letter, is told', async () => {
    const whole = await readFile(file)
    for (const length of [40, 150, 400, whole.length - 1])
      expect(await problemOf(whole.subarray(0, length))).toEqual(unusable('damaged'))
    expect(await problemOf(whole.toString('utf8').replace('气象', '气相'))).toEqual(unusable('damaged'))
    expect(await projectsOf(office)).toEqual([])
  })
  test('a huge one is not read', async () => {
    await truncate(file, largestCopy * 40)
    expect(await problemOf(undefined)).toEqual(unusable('too-large'))
  })
  test('a document of a later format, and times that are none, are told', async () => {
    await forge(file, (document) => ({ ...document, format: 2 }))
    expect(await problemOf(undefined)).toEqual(unusable('too-new'))
    await forge(file, (document) => ({ ...document, format: 1, changedAt: '昨天' }))
    expect(await problemOf(undefined)).toEqual(unusable('damaged'))
  })
  test('one that is not there, a folder, and a notice that nobody has here are told', async () => {
    expect(await faultOf(openCopy(office, `${file}x`))).toMatchObject({ code: 'not-found' })
    expect(await faultOf(openCopy(office, home.folder))).toMatchObject({ code: 'not-readable' })
    await forge(file, (document) => ({ ...document, notice: { id: 'jilin-2030', version: '1' } }))
    expect(await faultOf(openCopy(office, file))).toMatchObject({
      code: 'notice-unknown',
      notice: 'jilin-2030',
    })
  })
})

test('a project file is written over, and nothing else is', async () => {
  await saveCopy(home, project.id)
  await writeFile(path.join(home.folder, '总结.docx'), 'a year of work')
  expect(await faultOf(saveCopy(home, project.id, '总结.docx'))).toMatchObject({ code: 'out-unwritable' })
  expect(await faultOf(saveCopy(home, project.id, '进校园/a.kepuri'))).toMatchObject({
    code: 'out-inside-source',
  })
  expect(await readFile(path.join(home.folder, '总结.docx'), 'utf8')).toBe('a year of work')
})
