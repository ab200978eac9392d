import { type ChildProcess, fork } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { publishFolder } from './publish-folder.ts'

let home = ''
beforeEach(async () => void (home = await mkdtemp(path.join(tmpdir(), 'kepuri-发布-'))))
afterEach(() => rm(home, { recursive: true, force: true }))
const at = (...names: string[]) => path.join(home, ...names)
async function finished(content: string): Promise<string> {
  await mkdir(at('.part', '图片'), { recursive: true })
  await writeFile(at('.part', '图片', 'a'), content)
  return at('.part')
}
const said = (child: ChildProcess) => new Promise<unknown>((resolve) => child.once('message', resolve))

test('three processes publish under one name at once: each folder is there whole, under a name of its own', async () => {
  const times = 12
  const children = ['甲', '乙', '丙'].map((own) =>
    fork(path.join(import.meta.dirname, 'publish-folder.fixture.ts'), [home, '包', own, String(times)]),
  )
  await Promise.all(children.map(said))
  const answers = children.map(said)
  for (const child of children) child.send('go')
  const published = (await Promise.all(answers)) as string[][]
  const names = await readdir(home)
  expect(names).toHaveLength(3 * times)
  expect(new Set(published.flat())).toEqual(new Set(names.map((name) => at(name))))
  for (const [index, own] of ['甲', '乙', '丙'].entries())
    for (const [turn, place] of (published[index] ?? []).entries())
      expect(await readFile(path.join(place, 'whose'), 'utf8')).toBe(`${own}-${turn}`)
})
test('what bears the name already is left, be it a folder, an empty one or a file', async () => {
  await mkdir(at('包'))
  await writeFile(at('包', 'old'), 'old')
  await writeFile(at('包-2'), 'a file')
  await mkdir(at('包-3'))
  expect(await publishFolder(await finished('new'), home, '包')).toBe(at('包-4'))
  expect(await readFile(at('包', 'old'), 'utf8')).toBe('old')
  expect(await readFile(at('包-2'), 'utf8')).toBe('a file')
  expect(await readdir(at('包-3'))).toEqual([])
})
test('a rename that was done and reported as failed is published', async () => {
  const folder = await finished('new')
  const answerLost = async (from: string, to: string) => {
    await rename(from, to)
    throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
  }
  expect(await publishFolder(folder, home, '包', answerLost)).toBe(at('包'))
  expect(await readdir(home)).toEqual(['包'])
})
test('a rename that fails and moves nothing is no publishing', async () => {
  const folder = await finished('new')
  const failing = () => Promise.reject(Object.assign(new Error('input/output error'), { code: 'EIO' }))
  await expect(publishFolder(folder, home, '包', failing)).rejects.toThrow('input/output')
  expect(await readdir(home)).toEqual(['.part'])
})
test('a name that another program takes in that moment is passed over', async () => {
  const folder = await finished('new')
  const beaten = async (from: string, to: string) => {
    if (to.endsWith('包')) {
      await mkdir(to)
      await writeFile(path.join(to, 'theirs'), 'theirs')
    }
    await rename(from, to)
  }
  expect(await publishFolder(folder, home, '包', beaten)).toBe(at('包-2'))
  expect(await readdir(at('包'))).toEqual(['theirs'])
})
