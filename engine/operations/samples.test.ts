import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { captionsBeside } from '../../shared/naming/captions-beside.ts'
import type { Step } from '../../shared/operation.ts'
import { faultOf, openEngine } from '../engine.fixture.ts'
import { sampleSet, soundSamples } from '../samples/sample-set.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
let folder: string
beforeEach(async () => {
  engine = await openEngine()
  folder = path.join(engine.folder, 'data', 'samples', '科普日示例素材')
})
afterEach(() => engine.close())

const place = (relative: string) => path.join(folder, ...relative.split('/'))
const filesIn = async (root: string) =>
  (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
const stamps = async () =>
  Promise.all(
    (await filesIn(folder)).map(
      async ({ parentPath, name }) => (await stat(path.join(parentPath, name))).ctimeMs,
    ),
  )

test('the samples are handed in as a folder in which every file is found', async () => {
  const steps: Step[] = []
  const onProgress = (step: Step) => void steps.push(step)
  const { claim, files } = await engine.client['samples.write']({}, { onProgress })
  const walked = await engine.client['sources.walk']({ claims: [claim] })
  expect(walked.files.map(({ relative }) => relative).toSorted()).toEqual(
    sampleSet.map(({ relative }) => relative).toSorted(),
  )
  expect(files).toBe(sampleSet.length)
  expect(walked.ignored.count).toBe(0)
  // Progress is paced: the last step of a call need not arrive.
  expect(steps.length).toBeGreaterThan(2)
  for (const step of steps)
    expect(step).toMatchObject({ stage: 'write', total: files, item: expect.any(String) as string })
  const texts = sampleSet.filter(({ role }) => role === 'captions').map(({ relative }) => relative)
  const notes = await Promise.all(
    texts.map(async (relative) => ({ relative, text: (await readFile(place(relative), 'utf8')).slice(1) })),
  )
  expect(
    captionsBeside(
      soundSamples.map(({ relative }) => relative),
      notes,
    ).size,
  ).toBe(4)
})
test('the claim on the samples is known to an engine that follows on a dead one', async () => {
  const { claim } = await engine.client['samples.write']({})
  const next = await openEngine({ folder: engine.folder })
  const { files } = await next.client['sources.walk']({ claims: [claim] })
  expect(files).toHaveLength(sampleSet.length)
})
test('a second call makes only what is missing or cut short', async () => {
  await engine.client['samples.write']({})
  const before = await stamps()
  await engine.client['samples.write']({})
  expect(await stamps()).toEqual(before)
  const [gone, cut, kept] = sampleSet.map(({ relative }) => place(relative))
  const sizes = await Promise.all([gone, cut].map(async (file) => (await stat(file ?? '')).size))
  const untouched = (await stat(kept ?? '')).ctimeMs
  await rm(gone ?? '')
  await writeFile(cut ?? '', 'half a photo')
  await engine.client['samples.write']({})
  expect(await Promise.all([gone, cut].map(async (file) => (await stat(file ?? '')).size))).toEqual(sizes)
  expect((await stat(kept ?? '')).ctimeMs).toBe(untouched)
})
test('a cancelled call leaves whole files only, and the next one goes on where it stopped', async () => {
  const abort = new AbortController()
  const onProgress = ({ done }: Step) => {
    if (done >= 2) abort.abort()
  }
  const call = engine.client['samples.write']({}, { signal: abort.signal, onProgress })
  expect(await faultOf(call)).toEqual({ code: 'cancelled' })
  // The engine hears of it a moment later than the caller.
  const list = `${folder}.json`
  await expect.poll(() => readFile(list, 'utf8').catch(() => '')).not.toBe('')
  const made = await filesIn(folder)
  expect(made.length).toBeLessThan(sampleSet.length / 2)
  expect(made.filter(({ name }) => name.endsWith('.tmp'))).toEqual([])
  const steps: Step[] = []
  await engine.client['samples.write']({}, { onProgress: (step) => void steps.push(step) })
  expect(steps[0]?.done).toBe(made.length)
  expect(await filesIn(folder)).toHaveLength(sampleSet.length)
})
test('a data folder that cannot be written to is a fault', async () => {
  await writeFile(path.join(engine.folder, 'data'), 'a file in the way')
  expect(await faultOf(engine.client['samples.write']({}))).toMatchObject({ code: 'out-unwritable' })
  expect(engine.bugs).toEqual([])
})
