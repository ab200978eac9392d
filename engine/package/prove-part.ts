import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { Fault } from '../../shared/faults.ts'
import type { Step } from '../../shared/operation.ts'
import type { PlannedPart } from '../../shared/packing/plan.ts'
import type { SourceFile } from '../sources/walk.ts'
import { hashFile } from './hash-file.ts'
import type { MadeFile } from './part-documents.ts'
import { readArchive } from './read-archive.ts'

interface ProofOptions {
  readonly source: (id: string) => SourceFile
  readonly signal: AbortSignal
  readonly onProgress: (step: Step) => void
}

/**
 * Reopens a part that was just written and compares it with its plan: the same files, no more and no fewer,
 * each with the size and SHA-256 that were planned. A picture whose hash differs from the one it was checked
 * with has changed on its way.
 *
 * @returns size and SHA-256 of the zip
 * @throws Fault `source-changed`, `package-broken`
 */
export async function provePart(
  file: string,
  part: PlannedPart,
  made: readonly MadeFile[],
  options: ProofOptions,
): Promise<{ bytes: number; sha256: string }> {
  const { size: total } = await stat(file)
  const onRead = (item: string, bytes: number) =>
    options.onProgress({ stage: 'verify', done: Math.min(bytes, total), total, item })
  const [contents, sha256] = await Promise.all([
    readArchive(file, options.signal, onRead, false),
    hashFile(file, options.signal),
  ])
  for (const { path, sha256: expected, item } of part.items) {
    // With the SHA-256 of the check the content has the CRC of the check too, which its headers bear.
    const actual = contents.files.get(path)
    if (actual && actual.sha256 !== expected)
      throw new Fault({ code: 'source-changed', path: options.source(item).given, change: 'changed' })
  }
  const problems = contents.problems.map(({ code, item }) => (item === undefined ? code : `${code}: ${item}`))
  for (const { path } of part.items) if (!contents.files.has(path)) problems.push(`missing: ${path}`)
  for (const { name, content } of made)
    if (contents.files.get(name)?.sha256 !== createHash('sha256').update(content).digest('hex'))
      problems.push(`differs: ${name}`)
  const surplus = contents.files.size - part.items.length - made.length
  if (surplus !== 0) problems.push(`files: ${surplus > 0 ? '+' : ''}${surplus}`)
  if (problems.length > 0) throw new Fault({ code: 'package-broken', path: part.fileName, problems })
  return { bytes: total, sha256 }
}
