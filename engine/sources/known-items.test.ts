import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { DraftItem } from '../../shared/project/document.ts'
import { temporaryFolder } from '../probe/probe.fixture.ts'
import { createFiles } from './files.ts'
import { makeKnown } from './known-items.ts'

const folder = temporaryFolder()
const itemAt = (id: string, file: string): DraftItem => ({
  id,
  relative: path.basename(file),
  source: { path: file, root: path.dirname(file) },
  fields: {},
})

test('items become known, and those that are no file any more are told', async () => {
  const here = await folder.write('a.jpg', 'four')
  await mkdir(folder.path('b.jpg'))
  const items = [itemAt('a', here), itemAt('b', folder.path('b.jpg')), itemAt('c', folder.path('c.jpg'))]
  const files = createFiles(
    () => 'new',
    async () => undefined,
  )
  expect((await makeKnown(items, files)).map(({ id }) => id)).toEqual(['b', 'c'])
  expect(files.get('a')).toMatchObject({ path: here, bytes: 4, relative: 'a.jpg' })
  expect(files.get('c')).toMatchObject({ bytes: 0 })
})
test('ten thousand items are known, and a cancelled call stops at once', async () => {
  const names = Array.from({ length: 10_000 }, (_, index) => folder.path(`${index}.jpg`))
  for (const name of names) await writeFile(name, '')
  const items = names.map((name, index) => itemAt(String(index), name))
  const files = createFiles(
    () => 'new',
    async () => undefined,
  )
  expect(await makeKnown(items, files)).toEqual([])
  const controller = new AbortController()
  const late = createFiles(
    () => 'new',
    async () => undefined,
  )
  const call = makeKnown(items, late, controller.signal)
  controller.abort()
  await expect(call).rejects.toMatchObject({ data: { code: 'cancelled' } })
  expect(() => late.get('9999')).toThrow('bad-request')
})
