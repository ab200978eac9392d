import { appendFile, cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { faultOf, openEngine } from '../engine.fixture.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
let photos: string
let project: string
let ids: Map<string, string>
beforeEach(async () => {
  engine = await openEngine()
  photos = place('U盘/进校园')
  for (const name of ['a.jpg', 'b.jpg', '启动/a.jpg'])
    await write(path.join(photos, name), `content of ${name}`)
  project = (await engine.client['project.create']({ notice: 'liaoning-2023' })).id
  const { document } = await engine.client['project.add-sources']({
    project,
    task: 'media',
    claims: [engine.claim(photos)],
  })
  ids = new Map(
    document.tasks['media']?.items.map(({ relative, id }) => [relative.replace('进校园/', ''), id]),
  )
})
afterEach(() => engine.close())

const place = (below: string) => path.join(engine.folder, below)
const write = async (file: string, content: string) => {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, content)
}
const probeAll = () => engine.client['media.probe']({ files: [...ids.values()] })
const relocate = (...to: string[]) =>
  engine.client['project.relocate']({ project, task: 'media', claims: to.map(engine.claim) })
const nameOf = (id: string) => [...ids].find(([, one]) => one === id)?.[0] ?? ''
const told = ({ found, missing }: { found: string[]; missing: string[] }) => ({
  found: found.map(nameOf).toSorted(),
  missing: missing.map(nameOf).toSorted(),
})
const all = ['a.jpg', 'b.jpg', '启动/a.jpg']

test.each([
  ['the folder itself', '硬盘/素材', '硬盘/素材'],
  ['one above it', '硬盘/2023/进校园', '硬盘'],
])('items that were measured are found below %s, and stay found', async (_, to, claimed) => {
  await probeAll()
  await mkdir(path.dirname(place(to)), { recursive: true })
  await rename(photos, place(to))
  const { document, ...rest } = await relocate(place(claimed))
  expect(told(rest)).toEqual({ found: all, missing: [] })
  expect(await engine.client['project.open']({ project })).toEqual(document)
  expect(document.tasks['media']?.items.map(({ source }) => source.path)).toEqual(
    [...ids.keys()].map((name) => path.join(place(to), name)),
  )
  expect((await probeAll()).every(({ facts }) => facts.condition.state === 'unchecked')).toBe(true)
})
test('a file that was put elsewhere below the folder is found by its name and content', async () => {
  await probeAll()
  await write(place('硬盘/整理好/照片/b.jpg'), 'content of b.jpg')
  await rm(photos, { recursive: true })
  expect(told(await relocate(place('硬盘')))).toEqual({ found: ['b.jpg'], missing: ['a.jpg', '启动/a.jpg'] })
})
test('a file of the same name, place and size with other content is not taken', async () => {
  await probeAll()
  await rename(photos, place('移走'))
  await write(place('移走/a.jpg'), 'CONTENT of a.jpg')
  await appendFile(place('移走/b.jpg'), ' and more')
  expect(told(await relocate(place('移走')))).toEqual({ found: ['启动/a.jpg'], missing: ['a.jpg', 'b.jpg'] })
})
test('where nothing is remembered, only the very place below one folder tells', async () => {
  await cp(photos, place('甲'), { recursive: true })
  await cp(place('甲/b.jpg'), place('乙/b.jpg'))
  await write(place('甲/别处/启动/a.jpg'), 'x')
  await rm(photos, { recursive: true })
  await rm(place('甲/启动'), { recursive: true })
  expect(told(await relocate(place('甲'), place('乙')))).toEqual({
    found: ['a.jpg'],
    missing: ['b.jpg', '启动/a.jpg'],
  })
})
test('copies that are equally likely are left to the clerk', async () => {
  await probeAll()
  await rm(photos, { recursive: true })
  for (const folder of ['甲', '乙']) await write(place(`硬盘/${folder}/b.jpg`), 'content of b.jpg')
  expect(told(await relocate(place('硬盘'))).found).toEqual([])
})
test('a file that another item has already is not taken for a lost one', async () => {
  await write(path.join(photos, '启动/b.jpg'), 'content of b.jpg')
  const claims = [engine.claim(photos)]
  const { added } = await engine.client['project.add-sources']({ project, task: 'media', claims })
  await probeAll()
  await rm(path.join(photos, 'b.jpg'))
  const { found, missing } = await relocate(photos)
  expect([added.length, found, missing]).toEqual([1, [], [ids.get('b.jpg')]])
})
test('where nothing is gone nothing is looked for, and nothing changes', async () => {
  const before = await engine.client['project.open']({ project })
  expect(await relocate(place('没有这个文件夹'))).toEqual({ document: before, found: [], missing: [] })
})
test('cancelled it changes nothing', async () => {
  await probeAll()
  await rename(photos, place('移走'))
  const before = await engine.client['project.open']({ project })
  const controller = new AbortController()
  const call = engine.operations['project.relocate'](
    { project, task: 'media', claims: [engine.claim(place('移走'))] },
    {
      signal: controller.signal,
      progress: ({ stage, done }) => void (stage === 'probe' && done === 3 && controller.abort()),
    },
  )
  expect(await faultOf(call)).toEqual({ code: 'cancelled' })
  expect(await engine.client['project.open']({ project })).toEqual(before)
})
