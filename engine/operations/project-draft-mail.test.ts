import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, rm, truncate } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Step } from '../../shared/operation.ts'
import type { PackageRecord, ProjectDocument } from '../../shared/project/document.ts'
import { faultOf, openEngine } from '../engine.fixture.ts'
import { readDraft } from '../mail/draft-reader.fixture.ts'
import { soundProject, writeSoundPhotos } from './sound-project.fixture.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
let document: ProjectDocument
let record: PackageRecord
beforeEach(async () => {
  engine = await openEngine()
  const photos = path.join(engine.folder, '素材')
  await writeSoundPhotos(photos)
  document = await soundProject(engine.client, engine.claim(photos))
  const out = engine.claim(path.join(engine.folder, '输出'))
  record = (await engine.client['project.build']({ project: document.id, task: 'media', out })).record
})
afterEach(() => engine.close())

const order = (mail = 0) => ({ project: document.id, task: 'media', package: record.id, mail })
const draft = (mail = 0) => engine.client['project.draft-mail'](order(mail))
const state = async () =>
  (await engine.client['project.packages']({ project: document.id, task: 'media' }))[0]
const zip = () => record.result.packages[0]?.path ?? ''
const names = async () => (await readdir(record.result.out)).toSorted()

test('a mail of a package is written beside it as a draft, which hosts can find and the window sees', async () => {
  const before = await state()
  const written = await draft()
  const file = path.join(record.result.out, '邮件草稿.eml')
  expect(written).toMatchObject({ name: '邮件草稿.eml' })
  expect(await engine.locate(written.id)).toBe(file)
  const { headers, attachments } = readDraft(file)
  expect(headers.get('subject')).toBe(record.result.mails[0]?.subject)
  expect(attachments.map(({ name }) => name)).toEqual([path.basename(zip())])
  const after = await state()
  expect(after).toEqual({ ...before, state: 'whole', files: [...(before?.files ?? []), written] })
})
test('asked for again it is written again, under the same name and id', async () => {
  const first = await draft()
  const before = await names()
  expect(await Promise.all([draft(), draft()])).toEqual([first, first])
  expect(await names()).toEqual(before)
})
test('drafts may be put away: the package is whole without them', async () => {
  const { id } = await draft()
  await rm((await engine.locate(id)) ?? '')
  expect(await state()).toMatchObject({ state: 'whole' })
  expect((await state())?.files.some((file) => file.id === id)).toBe(false)
})
test('after a restart a draft that lies there is known again', async () => {
  const { id } = await draft()
  const again = await openEngine({ folder: engine.folder })
  const [seen] = await again.client['project.packages']({ project: document.id, task: 'media' })
  expect(seen?.files.map((file) => file.id)).toContain(id)
  expect(await again.locate(id)).toBe(path.join(record.result.out, '邮件草稿.eml'))
})
test('an archive that was changed or put away makes no draft', async () => {
  const name = path.basename(zip())
  await truncate(zip(), 1000)
  expect(await faultOf(draft())).toEqual({ code: 'attachment-unusable', path: name, trouble: 'changed' })
  await rm(zip())
  const missing = { code: 'attachment-unusable', path: name, trouble: 'missing' }
  expect(await faultOf(draft())).toEqual(missing)
  expect((await names()).filter((one) => one.startsWith('.') || one.endsWith('.eml'))).toEqual([])
  await rm(record.result.out, { recursive: true })
  expect(await faultOf(draft())).toEqual(missing)
  expect(await readdir(path.dirname(record.result.out))).toEqual([])
})
test('a place that cannot be written is told as such, and nothing is left', async () => {
  await mkdir(path.join(record.result.out, '邮件草稿.eml', '占位'), { recursive: true })
  const before = await names()
  expect(await faultOf(draft())).toMatchObject({ code: 'out-unwritable', path: record.result.out })
  expect(await names()).toEqual(before)
})
test('cancelled it leaves nothing', async () => {
  const before = await names()
  const controller = new AbortController()
  const progress = (step: Step) => void (step.stage === 'verify' && controller.abort())
  const call = engine.operations['project.draft-mail'](order(), { signal: controller.signal, progress })
  expect(await faultOf(call)).toEqual({ code: 'cancelled' })
  expect(await names()).toEqual(before)
})
test('a mail that the package does not have is no draft', async () => {
  expect(await faultOf(draft(7))).toMatchObject({ code: 'bad-request' })
  expect(await faultOf(engine.client['project.draft-mail']({ ...order(), package: 'nobody' }))).toMatchObject(
    { code: 'bad-request' },
  )
})
test('what is being written is written down, so that the next start finds what a killed program has left', async () => {
  const journal = path.join(engine.folder, 'data', 'packing')
  const told: unknown[] = []
  const progress = (step: Step) => {
    if (step.stage !== 'verify' || told.length > 0) return
    const [note = ''] = readdirSync(journal)
    const { home, names: unfinished } = JSON.parse(readFileSync(path.join(journal, note), 'utf8')) as {
      home: string
      names: string[]
    }
    told.push(home, existsSync(path.join(home, unfinished[0] ?? '')))
  }
  await engine.operations['project.draft-mail'](order(), { signal: new AbortController().signal, progress })
  expect(told).toEqual([realpathSync(record.result.out), true])
  expect(readdirSync(journal)).toEqual([])
})
test('what is wrong with the mail itself is a bug, and nothing is said of the disk', async () => {
  const file = path.join(engine.folder, 'data', 'projects', `${document.id}.json`)
  const text = readFileSync(file, 'utf8')
  const { to = '' } = record.result.mails[0] ?? {}
  writeFileSync(file, text.replaceAll(JSON.stringify(to), JSON.stringify(`${to}\r\nBcc: li@example.cn`)))
  const again = await openEngine({ folder: engine.folder })
  expect(await faultOf(again.client['project.draft-mail'](order()))).toMatchObject({ code: 'internal' })
  expect(again.bugs).toHaveLength(1)
  expect((await names()).filter((one) => one.startsWith('.') || one.endsWith('.eml'))).toEqual([])
})
