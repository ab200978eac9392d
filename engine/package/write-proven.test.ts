import { execFileSync } from 'node:child_process'
import { mkdtemp, open, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Gauge } from './gauge.ts'
import { type PackingThreads, startThreads } from './packing-threads.ts'
import type { PartSource, PartTarget } from './part-layout.ts'
import { writeFiles } from './write-files.ts'
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
test.skipIf(process.platform === 'win32')(
  'another thread that waits for a disk without end does not keep that from being told',
  async () => {
    const pipe = path.join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    const [stuck, dying] = threads.hashers
    // Opening a pipe to read waits for whoever writes.
    void stuck.ask({ file: pipe })
    const written = writeProven(
      { kind: 'zip', path: path.join(folder, 'a.zip') },
      only(await longFile()),
      threads,
      {
        signal: new AbortController().signal,
        onProgress: (_, __, done) => {
          if (done > 0) void dying.end()
        },
      },
    )
    try {
      await expect(written).rejects.toThrow('has ended')
    } finally {
      await (await open(pipe, 'r+')).close()
    }
  },
)
test.each(['zip', 'folder'] as const)(
  'a file of a %s that is larger than what the disk may be behind is flushed while it grows',
  async (kind) => {
    const place = path.join(folder, 'large.mp4')
    const size = 80 * 1024 * 1024
    await writeFile(place, '')
    await truncate(place, size)
    const large: PartSource = { name: 'a.mp4', path: place, size, crc32: 0, modified }
    const written = await writeProven({ kind, path: path.join(folder, 'a') }, only(large, small), threads, {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    })
    expect(written.files.map(({ stretch }) => stretch.bytes)).toEqual([size, 5])
  },
)
test.each(['zip', 'folder'] as const)(
  'a writer of a %s waits for a disk that is far behind',
  async (kind) => {
    const controller = new AbortController()
    const gauge = new Gauge()
    gauge.flush(0)
    const target: PartTarget = { kind, path: path.join(folder, 'a') }
    const written = writeFiles(threads.copier, gauge, target, only(await longFile()), controller)
    const ended = expect(written).rejects.toThrow('enough')
    const most = 64 * 1024 * 1024
    const chunk = 512 * 1024
    while (gauge.written < most) await wait(1)
    await wait(50)
    expect(gauge.written).toBeLessThan(most + chunk)
    gauge.flush(most)
    while (gauge.written < 2 * most) await wait(1)
    await wait(50)
    expect(gauge.written).toBeLessThan(2 * most + chunk)
    controller.abort(new Error('enough'))
    await ended
  },
)
