import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Step } from '../../shared/operation.ts'
import { blankUnit, type ProjectDocument } from '../../shared/project/document.ts'
import { faultOf, openEngine } from '../engine.fixture.ts'
import { soundProject, writeSoundPhotos } from './sound-project.fixture.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
let photos: string
let out: string
let document: ProjectDocument
beforeEach(async () => {
  engine = await openEngine()
  photos = path.join(engine.folder, '素材')
  out = path.join(engine.folder, '输出')
  await writeSoundPhotos(photos)
  document = await soundProject(engine.client, engine.claim(photos))
})
afterEach(() => engine.close())

const order = () => ({ project: document.id, task: 'media', out: engine.claim(out) })
const build = () => engine.client['project.build'](order())
const buildUnpaced = (progress: (step: Step) => void, { signal } = new AbortController()) =>
  engine.operations['project.build'](order(), { signal, progress })
const packages = () => engine.client['project.packages']({ project: document.id, task: 'media' })

test('a package is built of what the project says, and written down in it', async () => {
  const { record, document: after } = await build()
  expect(record).toMatchObject({ version: 1, sent: {}, result: { planned: 2, packed: 2 } })
  expect(after.revision).toBe(document.revision + 1)
  expect(await engine.client['project.open']({ project: document.id })).toEqual(after)
  expect(after.tasks['media']?.packages).toEqual([record])
  expect(path.isAbsolute(record.result.out)).toBe(true)
  const verified = await engine.client['package.verify']({ claims: [engine.claim(record.result.out)] })
  expect(verified).toMatchObject({ ok: true, packages: [{ items: 2 }] })
})
test('a package that was never sent is superseded by one that says nothing of it', async () => {
  const first = (await build()).record.result
  const { record } = await build()
  expect(record.version).toBe(2)
  expect(record.result.mails).toEqual([
    { ...first.mails[0], body: expect.any(String) as string, attachments: [record.result.packages[0]?.path] },
  ])
  expect(record.result.mails[0]?.body).not.toContain('本次报送为')
  expect(record.result.out).toBe(`${first.out}-2`)
  expect(path.basename(record.result.packages[0]?.path ?? '')).toBe('科普日宣传素材-辽宁省气象学会.zip')
  expect((await readFile(record.result.packages[0]?.path ?? '')).includes('"replaces"')).toBe(false)
})
test('after one that was sent another name is borne, and mail and manifest say which one is replaced', async () => {
  await build()
  const { record: sent, document: after } = await build()
  const first = sent.result
  const at = '2023-08-21T17:00:00.000Z'
  const edits = [{ type: 'mark-sent' as const, task: 'media', package: sent.id, mail: 0, at }]
  await engine.client['project.edit']({ project: document.id, revision: after.revision, edits })
  await build()
  const { record } = await build()
  const second = record.result
  expect(record.version).toBe(4)
  expect(first.mails[0]?.body).not.toContain('本次报送为')
  expect(second.mails[0]?.body).toContain('本次报送为第2次报送，替换2023年8月22日报送的第1次。')
  expect(path.basename(second.out)).toBe('科普日宣传素材-辽宁省气象学会-20230820-第2次报送-2')
  expect(path.basename(second.packages[0]?.path ?? '')).toBe('科普日宣传素材-辽宁省气象学会-第2次报送.zip')
  expect(await readFile(path.join(second.out, '邮件.txt'), 'utf8')).toContain('第2次报送')
  const verified = await engine.client['package.verify']({ claims: [engine.claim(second.out)] })
  expect(verified).toMatchObject({ ok: true, packages: [{ items: 2, problems: [] }] })
  const zip = await readFile(second.packages[0]?.path ?? '')
  expect(zip.includes('"replaces"')).toBe(true)
  expect((await readFile(first.packages[0]?.path ?? '')).includes('"replaces"')).toBe(false)
})
test('packages that are asked for at once count one after the other', async () => {
  const both = await Promise.all([build(), build()])
  expect(both.map(({ record }) => record.version)).toEqual([1, 2])
  expect((await packages()).map(({ state }) => state)).toEqual(['whole', 'whole'])
})
test('a package that was published and not written down is not touched by the next', async () => {
  const { record } = await build()
  const left = await readFile(record.result.packages[0]?.path ?? '')
  // As the document was when the program died.
  const again = await openEngine({ folder: engine.folder })
  const file = path.join(engine.folder, 'data', 'projects', `${document.id}.json`)
  await writeFile(file, JSON.stringify(document))
  const place = again.claim(out)
  const built = await again.client['project.build']({ project: document.id, task: 'media', out: place })
  expect(built.record.version).toBe(1)
  expect(built.record.result.out).toBe(`${record.result.out}-2`)
  expect((await readFile(record.result.packages[0]?.path ?? '')).equals(left)).toBe(true)
})
test.each([false, true])(
  'a package that cannot be written down is told of; cancelled too late: %s',
  async (late) => {
    const controller = new AbortController()
    const second = await openEngine({ folder: engine.folder, log: () => void (late && controller.abort()) })
    const place = second.claim(out)
    await second.client['project.open']({ project: document.id })
    const file = path.join(engine.folder, 'data', 'projects', `${document.id}.json`)
    await rm(file)
    await mkdir(file)
    const call = second.client['project.build']({ ...order(), out: place }, { signal: controller.signal })
    const fault = await faultOf(call)
    const [name = ''] = await readdir(out)
    const lies = path.join(out, name)
    expect(fault).toEqual({ code: 'package-not-recorded', path: lies, reason: 'EISDIR' })
    expect(controller.signal.aborted).toBe(late)
    expect(await second.client['package.verify']({ claims: [second.claim(lies)] })).toMatchObject({
      ok: true,
    })
  },
)
test('progress goes through every stage and never beyond its total', async () => {
  const steps: Step[] = []
  await buildUnpaced((step) => steps.push(step))
  expect([...new Set(steps.map(({ stage }) => stage))]).toEqual(['probe', 'write', 'verify'])
  expect(steps.every(({ done, total }) => done <= total)).toBe(true)
  expect(steps.filter(({ stage }) => stage === 'probe').at(-1)).toMatchObject({ done: 2, total: 2 })
  expect(engine.bugs).toEqual([])
})
test.each(['probe', 'write', 'verify'])('cancelled at “%s” it leaves nothing', async (stage) => {
  const controller = new AbortController()
  const call = buildUnpaced((step) => void (step.stage === stage && controller.abort()), controller)
  expect(await faultOf(call)).toEqual({ code: 'cancelled' })
  expect(await readdir(out).catch(() => [])).toEqual([])
  expect(await engine.client['project.open']({ project: document.id })).toEqual(document)
})
test('nothing is packed or written down without the unit, or while a file is gone', async () => {
  await rm(path.join(photos, '1.jpg'))
  expect(await faultOf(build())).toMatchObject({ code: 'submission-has-errors' })
  const edits = [{ type: 'set-unit' as const, unit: blankUnit }]
  await engine.client['project.edit']({ project: document.id, revision: document.revision, edits })
  expect(await faultOf(build())).toMatchObject({ code: 'unit-needed' })
  expect(await packages()).toEqual([])
  expect(await readdir(out).catch(() => [])).toEqual([])
})
test('a package is whole, changed or missing by what lies there, and hosts can find its files', async () => {
  const { result } = (await build()).record
  const [zip = ''] = result.packages.map(({ path: file }) => file)
  const [whole] = await packages()
  expect(whole).toMatchObject({ state: 'whole' })
  const places = await Promise.all(whole?.files.map(({ id }) => engine.locate(id)) ?? [])
  expect(places).toEqual([zip, ...result.documents])
  expect(await engine.locate(whole?.folder ?? '')).toBe(result.out)
  await truncate(zip, 1000)
  expect(await packages()).toMatchObject([
    { ...whole, state: 'changed', files: [{ bytes: 1000 }, {}, {}, {}] },
  ])
  await rm(zip)
  expect(await packages()).toMatchObject([
    { state: 'changed', files: whole?.files.slice(1).map(({ id }) => ({ id })) },
  ])
  await rm(result.out, { recursive: true })
  expect(await packages()).toMatchObject([{ state: 'missing', folder: whole?.folder, files: [] }])
})
