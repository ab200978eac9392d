import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PackingThreads, startThreads } from './packing-threads.ts'
import type { PartSource, PartTarget } from './part-layout.ts'
import { writeProven } from './write-proven.ts'

const modified = new Date(2023, 4, 20)
const hole = 64 * 1024 ** 3
let folder: string
let threads: PackingThreads
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kepuri-proven-'))
  threads = startThreads()
})
afterEach(async () => {
  await threads.end()
  await rm(folder, { recursive: true, force: true })
})

/** A file that takes minutes to copy, and no room. */
async function longFile(): Promise<PartSource> {
  const place = path.join(folder, 'hole.mp4')
  await writeFile(place, '')
  await truncate(place, hole)
  return { name: 'a.mp4', path: place, size: hole, crc32: 0, modified }
}
async function* only(...sources: PartSource[]): AsyncGenerator<PartSource> {
  yield* sources
}
const small: PartSource = { name: 'a.txt', content: Buffer.from('small'), modified }

test.each(['zip', 'folder'] as const)(
  'a cancelled %s is given up in the midst of a file, and the threads go on with the next',
  async (kind) => {
    const controller = new AbortController()
    const target: PartTarget = { kind, path: path.join(folder, 'a') }
    const written = writeProven(target, only(await longFile()), threads, {
      signal: controller.signal,
      onProgress: (_, __, done) => done > 0 && controller.abort(new Error('enough')),
    })
    await expect(written).rejects.toThrow('enough')
    await rm(target.path, { recursive: true })
    const { signal } = new AbortController()
    const next = await writeProven({ ...target, path: path.join(folder, 'b') }, only(small), threads, {
      signal,
      onProgress: () => undefined,
    })
    expect(next.files.map(({ name }) => name)).toEqual(['a.txt'])
    expect(await readdir(folder)).not.toContain('a')
  },
)
test('it is given up too while it waits for documents', async () => {
  const controller = new AbortController()
  const sources = async function* (): AsyncGenerator<PartSource> {
    yield small
    setTimeout(() => controller.abort(new Error('enough')), 50)
    const { orAborted } = await import('./waiting.ts')
    await orAborted(new Promise<never>(() => undefined), controller.signal)
  }
  const written = writeProven({ kind: 'zip', path: path.join(folder, 'a.zip') }, sources(), threads, {
    signal: controller.signal,
    onProgress: () => undefined,
  })
  await expect(written).rejects.toThrow('enough')
})
test('a target that cannot be made is told by the system’s own code', async () => {
  const { signal } = new AbortController()
  const target = { kind: 'zip', path: path.join(folder, 'missing', 'a.zip') } as const
  await expect(
    writeProven(target, only(small), threads, { signal, onProgress: () => undefined }),
  ).rejects.toMatchObject({ code: 'ENOENT', path: target.path })
})
test('a thread that dies is told, not waited for', async () => {
  const { signal } = new AbortController()
  const written = writeProven(
    { kind: 'zip', path: path.join(folder, 'a.zip') },
    only(await longFile()),
    threads,
    {
      signal,
      onProgress: (_, __, done) => {
        if (done > 0) void threads.hashers[0].end()
      },
    },
  )
  await expect(written).rejects.toThrow('has ended')
})
