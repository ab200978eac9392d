import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { VerifyProblem } from '../../shared/contract/packages.ts'
import { type Contents, isText, isUnsafe, type OnRead } from './contents.ts'
import { type ReadArchive, type ReadEntry, readZip } from './read-zip.ts'

/** A compressed entry that grows more than this is a bomb, not a document. */
const largestGrowth = 200

/** Reads and hashes every file of an archive. Whatever is wrong is a problem, never an exception (but for cancelling). */
export async function readArchive(path: string, signal: AbortSignal, onRead: OnRead): Promise<Contents> {
  const files = new Map<string, { sha256: string; bytes: number }>()
  const texts = new Map<string, string>()
  const problems: VerifyProblem[] = []
  let archive: ReadArchive
  try {
    archive = await readZip(path)
  } catch (error) {
    return { files, texts, problems: [{ code: 'archive-broken', actual: messageOf(error) }] }
  }
  try {
    if (archive.layout === 'altered') problems.push({ code: 'header-differs', actual: { layout: 'altered' } })
    if (archive.strayBytes > 0)
      problems.push({ code: 'header-differs', expected: 0, actual: { strayBytes: archive.strayBytes } })
    let before = 0
    const seen = new Set<string>()
    for (const entry of archive.entries) {
      signal.throwIfAborted()
      const refused = refuse(entry, seen)
      seen.add(entry.name.toLowerCase())
      if (refused) problems.push(refused)
      if (entry.contradictions.length > 0)
        problems.push({ code: 'header-differs', item: entry.name, actual: { fields: entry.contradictions } })
      if (refused || entry.name.endsWith('/')) continue
      const read = await readEntry(archive, entry, signal, (bytes) => onRead(entry.name, before + bytes))
      before += entry.compressedBytes
      if ('code' in read) problems.push(read)
      else {
        files.set(entry.name, { sha256: read.sha256, bytes: entry.bytes })
        if (read.text !== undefined) texts.set(entry.name, read.text)
      }
    }
  } finally {
    await archive.close()
  }
  return { files, texts, problems }
}

function refuse(entry: ReadEntry, seen: ReadonlySet<string>): VerifyProblem | undefined {
  const item = entry.name
  if (isUnsafe(entry.name.replace(/\/$/, '')) || isLink(entry)) return { code: 'unsafe-name', item }
  if (seen.has(entry.name.toLowerCase())) return { code: 'file-repeated', item }
  if (entry.encrypted) return { code: 'content-unreadable', item, actual: 'encrypted' }
  if (entry.bytes > 1024 * 1024 && entry.bytes > entry.compressedBytes * largestGrowth)
    return { code: 'content-unreadable', item, actual: 'bomb' }
  return undefined
}

/** Symbolic links are stored as small files whose Unix mode says so. */
const isLink = ({ raw }: ReadEntry): boolean => ((raw.externalFileAttributes >>> 16) & 0o170000) === 0o120000

async function readEntry(
  archive: ReadArchive,
  entry: ReadEntry,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<{ sha256: string; text?: string } | VerifyProblem> {
  const hash = createHash('sha256')
  const kept: Buffer[] | undefined = isText(entry.name, entry.bytes) ? [] : undefined
  let crc = 0
  let bytes = 0
  try {
    for await (const data of archive.content(entry)) {
      signal.throwIfAborted()
      hash.update(data)
      crc = crc32(data, crc)
      bytes += data.length
      kept?.push(Buffer.from(data))
      onBytes(bytes)
    }
  } catch (error) {
    signal.throwIfAborted()
    return { code: 'content-unreadable', item: entry.name, actual: messageOf(error) }
  }
  if (crc !== entry.crc || bytes !== entry.bytes)
    return { code: 'checksum-differs', item: entry.name, expected: hex(entry.crc), actual: hex(crc) }
  return { sha256: hash.digest('hex'), ...(kept && { text: Buffer.concat(kept).toString('utf8') }) }
}

const hex = (crc: number): string => `crc32:${crc.toString(16).padStart(8, '0')}`
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
