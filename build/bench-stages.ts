import { open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { PackingThreads } from '../engine/package/packing-threads.ts'
import type { PartSource } from '../engine/package/part-layout.ts'
import { streamHash } from '../engine/probe/stream-hash.ts'

/**
 * A child of bench.ts: writes archives of a folder with the engine's own modules, without the program around them, and tells
 * how long that took. The CRC-32 of the files is known beforehand, as it is after a check.
 */
export interface Stages {
  /** Written, read back and hashed (each file, and the whole), on the disk: all that packing does with the files. Threads are started within. */
  readonly packed: number
  /** Only written and then flushed; no proof. */
  readonly written: number
  /** The same as `packed` into a folder, for a disk that is carried. */
  readonly folder: number
}

/** A module as it was built, for its threads must not have their types stripped while the clock runs. */
const built = (name: string): Promise<unknown> =>
  import(new URL(`../out/engine/package/${name}.js`, import.meta.url).href)
const { startThreads } = (await built(
  'packing-threads',
)) as typeof import('../engine/package/packing-threads.ts')
const { writeProven } = (await built('write-proven')) as typeof import('../engine/package/write-proven.ts')
const { writeZip } = (await built('zip-writer')) as typeof import('../engine/package/zip-writer.ts')

async function measureStages(from: string, to: string): Promise<Stages> {
  const { signal } = new AbortController()
  const sources = await sourcesIn(from)
  const proven = async (kind: 'zip' | 'folder', threads: PackingThreads): Promise<void> => {
    const all = async function* (): AsyncGenerator<PartSource> {
      yield* sources
    }
    const target = { kind, path: path.join(to, `proven-${kind}`) }
    await writeProven(target, all(), threads, { signal, onProgress: () => undefined })
  }
  const threaded = async (work: (threads: PackingThreads) => Promise<void>): Promise<void> => {
    const threads = startThreads()
    await work(threads)
    await threads.end()
  }
  const packed = await timed(() => threaded((threads) => proven('zip', threads)))
  const plain = path.join(to, 'plain.zip')
  const written = await timed(async () => {
    await writeZip(plain, sources, { signal })
    await flushFile(plain)
  })
  const folder = await timed(() => threaded((threads) => proven('folder', threads)))
  return { packed, written, folder }
}

async function sourcesIn(folder: string): Promise<PartSource[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  return Promise.all(
    files.map(async (file) => {
      const { size, mtime } = await stat(file)
      return {
        name: path.relative(folder, file).replaceAll(path.sep, '/'),
        path: file,
        size,
        crc32: await crcOf(file, size),
        modified: mtime,
      }
    }),
  )
}

async function crcOf(file: string, size: number): Promise<number> {
  const handle = await open(file, 'r')
  try {
    return (await streamHash(handle, size, new AbortController().signal))?.crc32 ?? 0
  } finally {
    await handle.close()
  }
}

async function flushFile(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await action()
  return (performance.now() - started) / 1000
}

if (import.meta.main)
  console.log(JSON.stringify(await measureStages(process.argv[2] ?? '', process.argv[3] ?? '')))
