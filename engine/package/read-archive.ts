import { crc32 } from 'node:zlib'
import type { ReadTrouble, VerifyProblem } from '../../shared/packing/verify-problem.ts'
import { clashKey } from '../../shared/paths/paths.ts'
import { troubleOf } from './archive-trouble.ts'
import { type Contents, KeptWorkbooks, type OnRead, type ReadFile } from './contents.ts'
import { measure, type MeasuredFile } from './measure.ts'
import type { ReadEntry } from './locate-entry.ts'
import { type ReadArchive, readZip } from './read-zip.ts'
import { isUnsafe } from './unsafe-name.ts'

/** A compressed entry that grows more than this is a bomb, not a document. */
const largestGrowth = 200
/** What all compressed entries may grow to: a package holds pictures and videos, which hardly shrink. */
const roomToGrow = (archiveBytes: number): number => 64 * 1024 * 1024 + 20 * archiveBytes

/**
 * Reads and hashes every file of an archive. Whatever is wrong with it is a problem and never an exception;
 * an archive whose structure is broken has that problem alone, and nothing of it is read.
 *
 * @param crc whether each content is held against the CRC-32 of its header; needless for who knows its SHA-256
 * @throws the signal's reason
 */
export async function readArchive(
  path: string,
  signal: AbortSignal,
  onRead: OnRead,
  crc = true,
): Promise<Contents> {
  let archive: ReadArchive
  try {
    archive = await readZip(path, signal)
  } catch (error) {
    signal.throwIfAborted()
    const { reason, detail } = troubleOf(error)
    const problem = { code: 'archive-broken', reason, actual: detail } as const
    return { files: new Map(), texts: new Map(), workbooks: new Map(), problems: [problem] }
  }
  try {
    return await readEntries(archive, signal, onRead, crc)
  } finally {
    // Nothing was written: a file that does not close has lost nothing.
    await archive.close().catch(() => undefined)
  }
}

async function readEntries(
  archive: ReadArchive,
  signal: AbortSignal,
  onRead: OnRead,
  withCrc: boolean,
): Promise<Contents> {
  const files = new Map<string, ReadFile>()
  const texts = new Map<string, string>()
  const workbooks = new KeptWorkbooks()
  const problems = structureProblems(archive)
  const seen = new Set<string>()
  let room = roomToGrow(archive.size)
  let before = 0
  for (const entry of archive.entries) {
    signal.throwIfAborted()
    const { name } = entry
    // The folder itself, where another program lists it.
    if (name === './') continue
    if (!entry.stored) room -= entry.bytes
    const refused = refuse(entry, seen, room)
    seen.add(clashKey(name))
    if (refused) problems.push(refused)
    if (entry.contradictions.length > 0)
      problems.push({ code: 'header-differs', item: name, actual: { fields: entry.contradictions } })
    if (refused || name.endsWith('/')) continue
    const onBytes = (bytes: number) => onRead(name, before + bytes)
    const read = await readEntry(archive, entry, signal, onBytes, withCrc)
    before += entry.compressedBytes
    if ('code' in read) problems.push(read)
    else {
      const { text, workbook, ...file } = read
      files.set(name, file)
      if (text !== undefined) texts.set(name, text)
      if (workbook) workbooks.keep(name, workbook)
    }
  }
  return { files, texts, workbooks: workbooks.byPath, problems }
}

function structureProblems({ layout, strayBytes }: ReadArchive): VerifyProblem[] {
  const problems: VerifyProblem[] = []
  if (layout === 'altered') problems.push({ code: 'header-differs', actual: { layout } })
  if (strayBytes > 0) problems.push({ code: 'header-differs', expected: 0, actual: { strayBytes } })
  return problems
}

function refuse(entry: ReadEntry, seen: ReadonlySet<string>, room: number): VerifyProblem | undefined {
  const item = entry.name
  const unreadable = (reason: ReadTrouble) => ({ code: 'content-unreadable', item, reason }) as const
  if (isUnsafe(item.replace(/\/$/, '')) || isLink(entry)) return { code: 'unsafe-name', item }
  if (seen.has(clashKey(item))) return { code: 'file-repeated', item }
  if (entry.encrypted) return unreadable('encrypted')
  const grows = !entry.stored && entry.bytes > entry.compressedBytes * largestGrowth
  if ((grows && entry.bytes > 1024 * 1024) || (!entry.stored && room < 0)) return unreadable('bomb')
  return undefined
}

/** Symbolic links are stored as small files whose Unix mode says so. */
const isLink = ({ raw }: ReadEntry): boolean => ((raw.externalFileAttributes >>> 16) & 0o170000) === 0o120000

async function readEntry(
  archive: ReadArchive,
  entry: ReadEntry,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
  withCrc: boolean,
): Promise<MeasuredFile | VerifyProblem> {
  const item = entry.name
  const measured = measure(item)
  let crc = 0
  try {
    for await (const data of archive.content(entry)) {
      signal.throwIfAborted()
      measured.add(data)
      if (withCrc) crc = crc32(data, crc)
      onBytes(Math.min(measured.bytes, entry.compressedBytes))
      // It may go on for long: what the directory says is all that is wanted.
      if (measured.bytes > entry.bytes) break
    }
    if (measured.bytes !== entry.bytes)
      return { code: 'content-unreadable', item, reason: 'damaged', actual: `${measured.bytes} bytes` }
    if (withCrc && crc !== entry.crc)
      return { code: 'checksum-differs', item, expected: hex(entry.crc), actual: hex(crc) }
    return await measured.done()
  } catch (error) {
    signal.throwIfAborted()
    const { reason, detail } = troubleOf(error)
    return { code: 'content-unreadable', item, reason, actual: detail }
  }
}

const hex = (crc: number): string => `crc32:${crc.toString(16).padStart(8, '0')}`
