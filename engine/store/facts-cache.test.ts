import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Facts } from '../../shared/facts.ts'
import { probeWorld, temporaryFolder } from '../probe/probe.fixture.ts'
import { PROBE_VERSION } from '../probe/probe-version.ts'
import { openFactsCache } from './facts-cache.ts'

const folder = temporaryFolder()
const day = 86_400_000
const stamp = { bytes: 3, mtimeNs: '1694917800123456789' }
const facts = (sha: string): Facts => ({
  kind: 'image',
  format: 'jpeg',
  condition: { state: 'whole' },
  bytes: 3,
  modified: '2023-09-17T02:30:00.123Z',
  sha256: sha.repeat(64),
})
const cacheAt = (name: string, now = Date.now()) => {
  const world = { ...probeWorld(), dataDir: folder.path(name), now: () => new Date(now) }
  return { cache: openFactsCache(world), logged: world.logged, root: join(world.dataDir, 'facts') }
}
const entriesIn = async (root: string, kind = 'entries') =>
  (await readdir(join(root, kind), { recursive: true }))
    .filter((name) => /\.(json|jpg)$/.test(name))
    .map((name) => join(root, kind, name))

it('recalls by path, size and time of writing to the nanosecond', async () => {
  const { cache } = cacheAt('recall')
  await cache.remember('/照片/a.jpg', stamp, facts('a'))
  expect(await cache.recall('/照片/a.jpg', stamp)).toEqual(facts('a'))
  expect(await cache.recall('/照片/b.jpg', stamp)).toBeUndefined()
  expect(await cache.recall('/照片/a.jpg', { ...stamp, bytes: 4 })).toBeUndefined()
  expect(await cache.recall('/照片/a.jpg', { ...stamp, mtimeNs: '1694917800123456788' })).toBeUndefined()
})

it('tells what was last known of a path, whatever became of the file and whoever measured it', async () => {
  const { cache, root } = cacheAt('last-known')
  expect(await cache.lastKnown('/a.jpg')).toBeUndefined()
  await cache.remember('/a.jpg', stamp, facts('a'))
  expect(await cache.lastKnown('/a.jpg')).toEqual({ bytes: 3, sha256: 'a'.repeat(64) })
  expect(await cache.lastKnown('/b.jpg')).toBeUndefined()
  const [entry = ''] = await entriesIn(root)
  const sound = await readFile(entry, 'utf8')
  await writeFile(entry, sound.replace(`"version":${PROBE_VERSION}`, '"version":0'))
  expect(await cache.lastKnown('/a.jpg')).toMatchObject({ bytes: 3 })
  await writeFile(entry, sound.slice(0, 50))
  expect(await cache.lastKnown('/a.jpg')).toBeUndefined()
})

it('takes an entry that is broken, older or false for none', async () => {
  const { cache, root, logged } = cacheAt('broken')
  await cache.remember('/a.jpg', stamp, facts('a'))
  const [entry = ''] = await entriesIn(root)
  const sound = await readFile(entry, 'utf8')
  for (const broken of [
    '',
    '{',
    sound.slice(0, 50),
    sound.replace(`"version":${PROBE_VERSION}`, '"version":0'),
    sound.replace('jpeg', 'poem'),
  ]) {
    await writeFile(entry, broken)
    expect(await cache.recall('/a.jpg', stamp)).toBeUndefined()
  }
  expect(logged).toEqual([])
})

it('gives thumbnails by hash, and nothing by any other name', async () => {
  const { cache } = cacheAt('thumbnails')
  await cache.remember('/a.jpg', stamp, facts('a'), Buffer.from('picture'))
  expect((await cache.thumbnail('a'.repeat(64)))?.toString()).toBe('picture')
  expect(await cache.thumbnail('b'.repeat(64))).toBeUndefined()
  expect(await cache.thumbnail('../../../../etc/passwd')).toBeUndefined()
})

it('forgets what was not used for long, once a day, and keeps what was', async () => {
  const start = Date.now()
  const { cache, root } = cacheAt('prune', start)
  await cache.remember('/old.jpg', stamp, facts('a'), Buffer.from('a'))
  await cache.remember('/used.jpg', stamp, facts('b'), Buffer.from('b'))
  const old = new Date(start - 100 * day)
  for (const path of [...(await entriesIn(root)), ...(await entriesIn(root, 'thumbnails'))])
    await utimes(path, old, old)
  expect(await cache.recall('/used.jpg', stamp)).toEqual(facts('b'))
  await cache.prune()
  expect(await cache.recall('/old.jpg', stamp)).toBeUndefined()
  expect(await cache.thumbnail('a'.repeat(64))).toBeUndefined()
  expect(await cache.recall('/used.jpg', stamp)).toEqual(facts('b'))

  const [entry = ''] = await entriesIn(root)
  await utimes(entry, old, old)
  await cacheAt('prune', start + day / 2).cache.prune()
  expect(await entriesIn(root)).toHaveLength(1)
  await cacheAt('prune', start + day).cache.prune()
  expect(await entriesIn(root)).toHaveLength(0)
})
