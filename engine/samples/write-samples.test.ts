import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Step } from '../../shared/operation.ts'
import { writeSamples } from './write-samples.ts'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'kepuri-samples-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const filesBelow = async (root: string) =>
  (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())

test('once cancelled no further file is begun, and what is there is whole', async () => {
  const dataDir = path.join(folder, 'data')
  const abort = new AbortController()
  const steps: Step[] = []
  const progress = (step: Step) => {
    steps.push(step)
    if (step.done === 1) abort.abort()
  }
  const world = { dataDir, resourcesDir: path.join(import.meta.dirname, '../../resources') }
  await expect(writeSamples(world, { signal: abort.signal, progress })).rejects.toMatchObject({
    data: { code: 'cancelled' },
  })
  // Two are made at once: the second may have been on its way to the disk already.
  const begun = steps.filter(({ done }, index) => index === 0 || done === steps[index - 1]?.done)
  expect(begun).toHaveLength(2)
  expect(await filesBelow(path.join(dataDir, 'samples', '科普日示例素材'))).toHaveLength(
    steps.at(-1)?.done ?? 0,
  )
})

test('a program without its own resources says which file is missing, and writes the others’ list', async () => {
  const dataDir = path.join(folder, 'data')
  const call = { signal: new AbortController().signal, progress: () => undefined }
  await expect(writeSamples({ dataDir, resourcesDir: folder }, call)).rejects.toMatchObject({
    data: { code: 'not-found', path: path.join(folder, 'samples', 'science-van-121s.mp4') },
  })
  const list = JSON.parse(await readFile(path.join(dataDir, 'samples', '科普日示例素材.json'), 'utf8')) as {
    bytes: Record<string, number>
  }
  const made = await filesBelow(path.join(dataDir, 'samples', '科普日示例素材'))
  expect(Object.keys(list.bytes)).toHaveLength(made.length)
})
