import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFactsCache } from '../store/facts-cache.ts'
import { probeFiles } from './probe-files.ts'
import { mediaPath, probeWorld, temporaryFolder } from './probe.fixture.ts'

const folder = temporaryFolder()
const someFiles = [
  'photo-orientation-6.jpg',
  'video-120.00s.mp4',
  'sound-only.mp4',
  'README.md',
  'iphone.heic',
]
const targets = (names: readonly string[] = someFiles) => names.map((name) => ({ path: mediaPath(name) }))
const cacheWorld = (dataDir: string) => ({ dataDir, log: probeWorld().log, now: () => new Date() })

it('gives a result for each file in their order, and says what it is at', async () => {
  const started: number[] = []
  const done: number[] = []
  const results = await probeFiles([...targets(), { path: folder.path('none.jpg') }], probeWorld(), {
    onStart: (index) => started.push(index),
    onDone: (index, { facts }) => {
      done.push(index)
      expect(facts.condition).toBeDefined()
    },
  })
  expect(results.map(({ facts }) => `${facts.format} ${facts.condition.state}`)).toEqual([
    'jpeg whole',
    'mp4 whole',
    'mp4 damaged',
    'text unchecked',
    'heic unchecked',
    'unknown unreadable',
  ])
  expect(started).toEqual([0, 1, 2, 3, 4, 5])
  expect(done.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5])
  expect(results[0]?.thumbnail).toBeDefined()
})

it('is cancelled by a fault, and starts nothing more', async () => {
  const controller = new AbortController()
  const started: number[] = []
  const running = probeFiles(targets(Array<string>(50).fill('photo-orientation-6.jpg')), probeWorld(), {
    signal: controller.signal,
    onStart: (index) => started.push(index),
    onDone: () => controller.abort(),
  })
  await expect(running).rejects.toMatchObject({ data: { code: 'cancelled' } })
  expect(started.length).toBeLessThan(6)
})

it('says once that ffprobe is missing', async () => {
  const world = { ...probeWorld(), ffprobe: undefined }
  await probeFiles(targets(['clip.avi', 'clip.mkv', 'clip.wmv']), world)
  expect(world.logged).toHaveLength(1)
})

describe('with a cache', () => {
  it('measures nothing twice, also in another run, and finds the thumbnail again', async () => {
    const dataDir = folder.path('data')
    const first = await probeFiles(targets(), probeWorld(), { cache: openFactsCache(cacheWorld(dataDir)) })
    const cache = openFactsCache(cacheWorld(dataDir))
    const again = await probeFiles(targets(), probeWorld(), { cache })
    expect(again.map(({ facts }) => facts)).toEqual(first.map(({ facts }) => facts))
    expect(first.every(({ remembered }) => !remembered)).toBe(true)
    expect(again.every(({ remembered }) => remembered)).toBe(true)
    expect(await cache.thumbnail(first[0]?.facts.sha256 ?? '')).toEqual(first[0]?.thumbnail)
  })

  it('measures anew what was written since, and what lost its thumbnail', async () => {
    const dataDir = folder.path('data-2')
    const cache = openFactsCache(cacheWorld(dataDir))
    const path = await folder.copy('photo-orientation-6.jpg', 'photo.jpg')
    const run = async () => (await probeFiles([{ path }], probeWorld(), { cache }))[0]
    await run()
    expect(await run()).toMatchObject({ remembered: true })
    await utimes(path, 1_700_000_000, 1_700_000_000)
    expect(await run()).toMatchObject({ remembered: false })
    await rm(join(dataDir, 'facts', 'thumbnails'), { recursive: true })
    expect(await run()).toMatchObject({ remembered: false, thumbnail: expect.anything() })
  })

  it('measures anew what is remembered where it is asked to, and remembers that', async () => {
    const cache = openFactsCache(cacheWorld(folder.path('data-5')))
    const path = folder.path('notes.md')
    const run = async (content: string, anew?: boolean) => {
      await writeFile(path, content)
      await utimes(path, 1_700_000_000, 1_700_000_000)
      return (await probeFiles([{ path }], probeWorld(), { cache, anew }))[0]
    }
    const first = await run('# one')
    expect((await run('# two'))?.facts).toEqual(first?.facts)
    const second = await run('# two', true)
    expect(second).toMatchObject({ remembered: false })
    expect(second?.facts.sha256).not.toBe(first?.facts.sha256)
    expect(await run('# two')).toEqual({ facts: second?.facts, remembered: true })
  })

  it('does not remember what could not be read', async () => {
    const dataDir = folder.path('data-3')
    const cache = openFactsCache(cacheWorld(dataDir))
    await probeFiles([{ path: folder.path('none.jpg') }], probeWorld(), { cache })
    await probeFiles(targets(['clip.avi']), { ...probeWorld(), ffprobe: undefined }, { cache })
    expect(await readdir(dataDir).catch(() => [])).toEqual([])
  })

  it('that cannot be used works all the same, keeps thumbnails for now and complains once', async () => {
    await mkdir(folder.path('blocked'))
    await writeFile(folder.path('blocked/facts'), 'a file in the way')
    const world = probeWorld()
    const cache = openFactsCache({ ...world, dataDir: folder.path('blocked'), now: () => new Date() })
    const [first] = await probeFiles(targets(), world, { cache })
    const [second] = await probeFiles(targets(), world, { cache })
    expect(second?.facts).toEqual(first?.facts)
    expect(await cache.thumbnail(first?.facts.sha256 ?? '')).toEqual(first?.thumbnail)
    await cache.prune()
    expect(world.logged.map(({ event }) => event)).toEqual(['facts-cache-unusable'])
  })
})
