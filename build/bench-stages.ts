import { open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { hashFile } from '../engine/package/hash-file.ts'
import { readArchive } from '../engine/package/read-archive.ts'
import { writeZip, type ZipSource } from '../engine/package/zip-writer.ts'
import { streamHash } from '../engine/probe/stream-hash.ts'

/**
 * A child of bench.ts: writes one archive of a folder with the engine's own modules and tells how long each stage takes,
 * one after the other. Packing itself lets flush, proof and checksum run side by side.
 */
export interface Stages {
  readonly write: number
  readonly flush: number
  /** Reopening the archive, SHA-256 of every file. */
  readonly proof: number
  /** SHA-256 of the whole archive. */
  readonly checksum: number
  /** The last three side by side, on a second archive. */
  readonly together: number
}

async function measureStages(from: string, to: string): Promise<Stages> {
  const { signal } = new AbortController()
  const sources = await sourcesIn(from)
  const file = path.join(to, 'stages.zip')
  const write = await timed(() => writeZip(file, sources, { signal }))
  const flush = await timed(() => flushFile(file))
  const proof = await timed(() => prove(file, signal))
  const checksum = await timed(() => hashFile(file, signal))
  const second = path.join(to, 'together.zip')
  await writeZip(second, sources, { signal })
  const together = await timed(() =>
    Promise.all([flushFile(second), prove(second, signal), hashFile(second, signal)]),
  )
  return { write, flush, proof, checksum, together }
}

async function sourcesIn(folder: string): Promise<ZipSource[]> {
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
        // As the check would have measured it: known before anything is written.
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

async function prove(file: string, signal: AbortSignal): Promise<void> {
  const { problems } = await readArchive(file, signal, () => undefined, false)
  if (problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 3)))
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await action()
  return (performance.now() - started) / 1000
}

if (import.meta.main)
  console.log(JSON.stringify(await measureStages(process.argv[2] ?? '', process.argv[3] ?? '')))
