import { open as openFile, type FileHandle } from 'node:fs/promises'
import yauzl from 'yauzl'
import { readFully } from '../store/read-fully.ts'
import { ArchiveTrouble } from './archive-trouble.ts'
import { contentBuffers, contentOf } from './entry-content.ts'
import { strayBytes } from './entry-ranges.ts'
import { HandleReader } from './handle-reader.ts'
import { locate, type ReadEntry } from './locate-entry.ts'
import { type Layout, layoutOf } from './own-layout.ts'

export interface ReadArchive {
  readonly entries: readonly ReadEntry[]
  readonly layout: Layout
  readonly size: number
  /** Bytes that belong to no entry and to no record of the directory; 0 in an archive of ours. */
  readonly strayBytes: number
  /**
   * The content, in chunks of at most 1 MiB.
   *
   * @throws ArchiveTrouble `unsupported`, `encrypted`, `truncated`; zlib's errors
   */
  content(entry: ReadEntry): AsyncIterable<Buffer>
  close(): Promise<void>
}

/** An archive may claim more, but a package never holds it. */
const mostEntries = 25_000
const largestDirectory = 64 * 1024 * 1024
/**
 * Opens a ZIP for reading. Names are taken as they stand and must be judged by the caller.
 *
 * @throws ArchiveTrouble, yauzl's errors and the file system's, when the archive's structure cannot be read; the
 *   signal's reason
 */
export async function readZip(path: string, signal?: AbortSignal): Promise<ReadArchive> {
  const file = await openFile(path, 'r')
  let zip: yauzl.ZipFile | undefined
  const close = async () => {
    zip?.close()
    await file.close()
  }
  try {
    const { size } = await file.stat()
    if (size === 0) throw new ArchiveTrouble('empty', 'empty file')
    // Names and sizes are judged here, entry by entry: yauzl gives up the whole archive for one of them.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false }
    zip = await openDirectory(new HandleReader(file, size), size, options).catch((error: unknown) =>
      explained(error, file),
    )
    const directoryOffset = Number(zip.readEntryCursor)
    const entries = await readDirectory(zip, file, size, signal)
    const stray = strayBytes(entries, directoryOffset) + (await behindDirectory(zip, file, size))
    const layout = await layoutOf(entries, file, size)
    const buffers = contentBuffers()
    return {
      entries,
      layout,
      size,
      strayBytes: stray,
      content: (entry) => contentOf(file, entry, buffers),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

const openDirectory = (reader: HandleReader, size: number, options: yauzl.Options): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.fromRandomAccessReader(reader, size, options, (error, zip) => {
      if (error) reject(error)
      else resolve(zip)
    })
  })

/** A zip that was cut short is told from what never was one by its beginning. */
async function explained(error: unknown, file: FileHandle): Promise<never> {
  const start = Buffer.alloc(4)
  await readFully(file, start, 0)
  const detail = error instanceof Error ? error.message : ''
  if (start.readUInt32LE(0) === 0x04034b50 && detail.includes('signature not found'))
    throw new ArchiveTrouble('truncated', detail)
  throw error
}

async function readDirectory(
  zip: yauzl.ZipFile,
  file: FileHandle,
  size: number,
  signal: AbortSignal | undefined,
): Promise<ReadEntry[]> {
  if (zip.entryCount > mostEntries) throw new ArchiveTrouble('too-many', `${zip.entryCount} entries`)
  const entries: ReadEntry[] = []
  let bytes = 0
  for await (const raw of zip.eachEntry()) {
    signal?.throwIfAborted()
    bytes += 46 + raw.fileNameLength + raw.extraFieldLength + raw.fileCommentLength
    if (bytes > largestDirectory) throw new ArchiveTrouble('too-many', 'directory too large')
    entries.push(await locate(raw, file, size))
  }
  return entries
}

/** Bytes between the directory and the record of its end, unless a record of zip64 or a signature stands there. */
async function behindDirectory(zip: yauzl.ZipFile, file: FileHandle, size: number): Promise<number> {
  const after = Number(zip.readEntryCursor)
  const between = size - 22 - Buffer.from(zip.comment).length - after
  if (between < 0) throw new ArchiveTrouble('damaged', 'directory runs into its end record')
  const next = Buffer.alloc(4)
  await readFully(file, next, after)
  return between === 0 || [0x06064b50, 0x05054b50].includes(next.readUInt32LE(0)) ? 0 : between
}
