import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { submissionOf } from '../../shared/rules/submission.fixture.ts'
import { faultOf, openEngine } from '../engine.fixture.ts'
import { foreignTemplate, listOf } from '../lists/list.fixture.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
let photos: string
let photo: string
let project: string
beforeEach(async () => {
  engine = await openEngine()
  photos = path.join(engine.folder, '进校园')
  photo = path.join(photos, 'a.jpg')
  await mkdir(photos)
  await writeFile(photo, 'original')
  project = (await engine.client['project.create']({ notice: 'liaoning-2023' })).id
})
afterEach(() => engine.close())

const add = (place: string, { client, claim } = engine) =>
  client['project.add-sources']({ project, task: 'media', claims: [claim(place)] })
const order = (out: string) => ({ notice: 'liaoning-2023', submission: submissionOf([]), out })
const writers = {
  'findings.write': (out: string, { client } = engine) => client['findings.write'](order(out)),
  'form.write': (out: string, { client } = engine) => client['form.write'](order(out)),
  'package.build': (out: string, { client } = engine) => client['package.build'](order(out)),
  'project.build': (out: string, { client } = engine) =>
    client['project.build']({ project, task: 'media', out }),
}
const names = Object.keys(writers) as (keyof typeof writers)[]
const untouched = async () => {
  expect(await readFile(photo, 'utf8')).toBe('original')
  expect(await readdir(photos)).toEqual(['a.jpg'])
}

test.each(names)('%s writes onto no photo and into no dropped folder', async (name) => {
  await add(photos)
  await symlink(photos, path.join(engine.folder, '链接'))
  for (const place of [photo, path.join(photos, '表.xlsx'), path.join(engine.folder, '链接', '表.xlsx')]) {
    const out = engine.claim(place)
    expect(await faultOf(writers[name](out))).toEqual({
      code: 'out-inside-source',
      out: place,
      source: photos,
    })
  }
  await untouched()
})
test.each(names)('%s leaves a photo that was dropped by itself', async (name) => {
  await add(photo)
  const fault = await faultOf(writers[name](engine.claim(photo)))
  expect(fault).toEqual({ code: 'out-inside-source', out: photo, source: photos })
  await untouched()
})
test.each(names)('%s leaves it also where the engine has just begun', async (name) => {
  await add(photo)
  const fresh = await openEngine({ folder: engine.folder })
  expect(await faultOf(writers[name](fresh.claim(photo), fresh))).toMatchObject({ code: 'out-inside-source' })
  await untouched()
})
test.each(names)('%s leaves one that was handed in and nothing more', async (name) => {
  const fault = await faultOf(writers[name](engine.claim(photo)))
  expect(fault).toEqual({ code: 'out-unwritable', path: photo, reason: 'EEXIST' })
  await untouched()
})
test('a file that a walk has found is left, also by way of a link', async () => {
  await engine.client['sources.walk']({ claims: [engine.claim(photos)] })
  const link = path.join(engine.folder, '链接.jpg')
  await symlink(photo, link)
  for (const place of [photo, link])
    expect(await faultOf(writers['findings.write'](engine.claim(place)))).toMatchObject({
      code: 'out-inside-source',
    })
  await untouched()
})
test('beside photos that were dropped by themselves, lists may be written, once and again', async () => {
  await add(photo)
  const list = path.join(photos, '问题清单.xlsx')
  for (let times = 0; times < 2; times += 1)
    expect(await faultOf(writers['findings.write'](engine.claim(list)))).toBeUndefined()
  expect(await readdir(photos)).toEqual(['a.jpg', '问题清单.xlsx'])
})

const sheetWriters = {
  'findings.write': writers['findings.write'],
  'form.write': writers['form.write'],
  'list.write': (out: string) =>
    engine.client['list.write']({ notice: 'liaoning-2023', submission: listOf([]), out }),
}
const notice = 'liaoning-2023'
const readers = {
  'list.read': (claim: string) => engine.client['list.read']({ notice, task: 'activities', claims: [claim] }),
  'list.template': (claim: string) => engine.client['list.template']({ notice, task: 'activities', claim }),
  'form.read': (claim: string) =>
    engine.client['form.read']({ notice, task: 'media', form: claim, files: [] }),
}
test.each(Object.keys(readers) as (keyof typeof readers)[])(
  'a workbook that %s has read is written over by nothing, also by way of a link',
  async (name) => {
    const county = path.join(engine.folder, '沈河区.xlsx')
    const content = await foreignTemplate('plain-annex2')
    await writeFile(county, content)
    const link = path.join(engine.folder, '链接.xlsx')
    await symlink(county, link)
    const claim = engine.claim(county)
    // A workbook that makes no sense is an original all the same.
    await faultOf(readers[name](claim))
    for (const write of Object.values(sheetWriters))
      for (const [out, place] of [
        [claim, county],
        [engine.claim(link), link],
      ] as const)
        expect(await faultOf(write(out))).toEqual({
          code: 'out-inside-source',
          out: place,
          source: engine.folder,
        })
    expect(await readFile(county)).toEqual(content)
    const beside = engine.claim(path.join(engine.folder, '清单.xlsx'))
    expect(await faultOf(sheetWriters['list.write'](beside))).toBeUndefined()
  },
)
test('tables below a folder that list.read has read are written over by nothing', async () => {
  const county = path.join(photos, '沈河区.xlsx')
  await writeFile(county, 'table')
  await readers['list.read'](engine.claim(photos))
  expect(await faultOf(sheetWriters['list.write'](engine.claim(county)))).toMatchObject({
    code: 'out-inside-source',
  })
  expect(await readFile(county, 'utf8')).toBe('table')
})
