import { mkdir, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEngine } from '../engine.fixture.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
let photos: string
beforeEach(async () => {
  engine = await openEngine()
  photos = path.join(engine.folder, '进校园')
  await mkdir(photos)
  for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) await writeFile(path.join(photos, name), name)
})
afterEach(() => engine.close())

test('files that were written, touched, removed or brought back since they were measured are told', async () => {
  const claims = [engine.claim(photos)]
  const { files } = await engine.client['sources.walk']({ claims })
  const probed = await engine.client['media.probe']({ files: files.map(({ id }) => id) })
  const measured = probed.map(({ id, facts: { bytes, modified } }) => ({ id, bytes, modified, gone: false }))
  const changed = (gone = false) =>
    engine.client['media.changed']({ files: measured.map((one) => ({ ...one, gone })) })
  const [a, b, c] = files.map(({ id }) => id)
  expect(await changed()).toEqual([])
  await writeFile(path.join(photos, 'a.jpg'), 'longer than before')
  await utimes(path.join(photos, 'b.jpg'), 1, 1)
  await rm(path.join(photos, 'c.jpg'))
  expect(await changed()).toEqual([a, b, c])
  expect(await changed(true)).toEqual([a, b])
  expect(
    await engine.client['media.changed']({ files: [{ id: 'nobody', bytes: 1, modified: '', gone: false }] }),
  ).toEqual([])
})
