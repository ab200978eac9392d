import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '../../shared/faults.ts'
import { checksumsName } from '../../shared/packing/manifest.ts'
import type { PlannedPart } from '../../shared/packing/plan.ts'
import type { SourceFile } from '../sources/walk.ts'
import { troubleOf } from './archive-trouble.ts'
import type { MadeFile } from './part-documents.ts'
import type { PartTarget } from './part-layout.ts'
import { throwIfChanged } from './part-sources.ts'
import { readZip } from './read-zip.ts'
import type { ReadBack, WrittenBack } from './write-proven.ts'

interface ProofOptions {
  readonly source: (id: string) => SourceFile
  readonly signal: AbortSignal
}

/**
 * Compares what was read back of a part with its plan: the same files, no more and no fewer, each with the size and
 * SHA-256 that were planned. A picture whose hash differs from the one it was checked with has changed on its way. Then the
 * part is opened as anybody would open it, and must consist of the very bytes that were read back, and its headers must bear
 * their CRC-32. All is read through the system, whose cache may answer for the disk.
 *
 * @returns how many of the files that were read back are planned pictures and videos, byte for byte
 * @throws Fault `source-changed`, `package-broken`; what the target's file system says
 */
export async function provePart(
  target: PartTarget,
  part: PlannedPart,
  made: readonly MadeFile[],
  files: readonly ReadBack[],
  { source, signal }: ProofOptions,
): Promise<number> {
  const hashes = new Map(files.map(({ name, sha256 }) => [name, sha256]))
  const changed = part.items.filter((item) => hashes.has(item.path) && hashes.get(item.path) !== item.sha256)
  throwIfChanged(changed.map(({ item }) => ({ path: source(item).given, change: 'changed' })))

  const problems: string[] = []
  const planned = new Map<string, number>(part.items.map((item) => [item.path, item.bytes]))
  for (const { name, content } of made) {
    planned.set(name, content.length)
    if (hashes.get(name) !== createHash('sha256').update(content).digest('hex'))
      problems.push(`differs: ${name}`)
  }
  for (const { name, stretch } of files)
    if (planned.get(name) !== stretch.bytes) problems.push(`size: ${name}`)
  if (files.length !== planned.size || part.items.length + made.length !== planned.size)
    problems.push(`files: ${files.length} for ${planned.size}`)
  problems.push(
    ...(target.kind === 'zip'
      ? await archiveProblems(target.path, files, signal)
      : await folderProblems(target.path, files)),
  )
  if (problems.length > 0) throw new Fault({ code: 'package-broken', path: part.fileName, problems })
  const items = new Map(part.items.map((item) => [item.path, item]))
  return files.filter(({ name, stretch, sha256 }) => {
    const item = items.get(name)
    return item?.sha256 === sha256 && item.bytes === stretch.bytes
  }).length
}

/**
 * What a part as a whole is known by: an archive by itself, a folder by its list of checksums.
 *
 * @throws Fault `package-broken` where a folder has none
 */
export function sha256Of({ sha256, files }: WrittenBack, fileName: string): string {
  const sum = sha256 ?? files.find(({ name }) => name === checksumsName)?.sha256
  if (sum !== undefined) return sum
  throw new Fault({ code: 'package-broken', path: fileName, problems: [`missing: ${checksumsName}`] })
}

/** What is in the directory must be what was read back, where it was read back, and nothing else in the file. */
async function archiveProblems(
  file: string,
  files: readonly ReadBack[],
  signal: AbortSignal,
): Promise<string[]> {
  const problems: string[] = []
  try {
    const archive = await readZip(file, signal)
    await archive.close().catch(() => undefined)
    const { layout, strayBytes } = archive
    if (layout !== 'ours') problems.push(`layout: ${layout}`)
    if (strayBytes > 0) problems.push(`stray bytes: ${strayBytes}`)
    const entries = new Map(archive.entries.map((entry) => [entry.raw.fileNameRaw.toString('utf8'), entry]))
    for (const { name, stretch, crc32 } of files) {
      const entry = entries.get(name)
      if (!entry) problems.push(`missing: ${name}`)
      else if (!entry.stored || entry.bytes !== stretch.bytes || entry.dataOffset !== stretch.from)
        problems.push(`elsewhere: ${name}`)
      else if (entry.crc !== crc32) problems.push(`crc: ${name}`)
      else if (entry.contradictions.length > 0) problems.push(`headers: ${name}`)
    }
    const surplus = archive.entries.length - files.length
    if (surplus !== 0) problems.push(`entries: ${surplus > 0 ? '+' : ''}${surplus}`)
  } catch (error) {
    signal.throwIfAborted()
    const { reason, detail } = troubleOf(error)
    // The disk itself fails: what that means is told by whoever knows the target.
    if (reason === 'system') throw error
    problems.push(`archive ${reason}: ${detail}`)
  }
  return problems
}

async function folderProblems(folder: string, files: readonly ReadBack[]): Promise<string[]> {
  const problems: string[] = []
  const there = new Map<string, number>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const place = path.join(entry.parentPath, entry.name)
    if (!entry.isDirectory()) there.set(place, entry.isFile() ? (await stat(place)).size : -1)
  }
  for (const { name, stretch } of files) {
    const size = there.get(stretch.file)
    if (size === undefined) problems.push(`missing: ${name}`)
    else if (size !== stretch.bytes) problems.push(`size: ${name}`)
    there.delete(stretch.file)
  }
  return [...problems, ...[...there.keys()].map((place) => `surplus: ${path.relative(folder, place)}`)]
}
