import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '../../shared/faults.ts'
import type { WrittenPart } from '../../shared/packing/mail.ts'
import type { PackagePlan, PlannedPart } from '../../shared/packing/plan.ts'
import type { SourceFile } from '../sources/walk.ts'
import { systemReason } from '../store/system-reason.ts'
import type { BuildOptions } from './build-options.ts'
import type { Workplace } from './workplace.ts'
import { partFiles } from './package-files.ts'
import type { PartContext } from './part-documents.ts'
import { provePart } from './prove-part.ts'
import { SourceSizeChanged, writeZip, type ZipSource } from './zip-writer.ts'

/** A part as it lies in the workplace. */
export interface ProvenPart extends WrittenPart {
  readonly items: number
  /** The list itself, where the task is one. */
  readonly list: Buffer | undefined
}

/** A part would be larger than its way carries; `room` is what its documents and headers take, in bytes. */
export class PartOutgrown extends Error {
  override readonly name = 'PartOutgrown'
  readonly room: number
  constructor(room: number) {
    super(`part outgrown: ${room}`)
    this.room = room
  }
}

/**
 * Writes one part into the workplace, flushes it, and proves it.
 *
 * @throws PartOutgrown; Fault `source-changed`, `package-broken`; what the target's file system says
 */
export async function writePart(
  part: PlannedPart,
  _plan: PackagePlan,
  workplace: Workplace,
  context: PartContext,
  options: BuildOptions,
): Promise<ProvenPart> {
  // The documents are made while the pictures are copied.
  const making = partFiles(part, context)
  making.catch(() => undefined)
  const file = path.join(workplace.folder, part.fileName)
  const facts = new Map(context.submission.items.map((item) => [item.id, item.facts]))
  const sources: ZipSource[] = []
  for (const { item, path: name, bytes } of part.items) {
    const source = options.source(item)
    const status = await stat(source.path).catch((error: unknown) =>
      Promise.reject(sourceFault(error, source)),
    )
    if (status.size !== bytes)
      throw new Fault({ code: 'source-changed', path: source.given, change: 'changed' })
    const crc32 = facts.get(item)?.crc32
    if (crc32 === undefined)
      throw new Fault({ code: 'source-changed', path: source.given, change: 'unreadable' })
    sources.push({ name, path: source.path, size: bytes, crc32, modified: status.mtime })
  }
  const all = async function* (): AsyncGenerator<ZipSource> {
    yield* sources
    for (const { name, content } of (await making).files) yield { name, content, modified: context.now }
  }
  const total = part.items.reduce((sum, { bytes }) => sum + bytes, 0)
  await writeZip(file, all(), {
    signal: options.signal,
    onProgress: (item, bytes) =>
      options.onProgress({ stage: 'write', done: Math.min(bytes, total), total, item }),
  }).catch((error: unknown) => Promise.reject(writeFault(error, options, part)))

  // Flushing to the disk and proving what was written go on side by side.
  const flushed = flush(file)
  flushed.catch(() => undefined)
  const { files, list } = await making
  const proof = await provePart(file, part, files, options)
  await flushed
  return { path: file, fileName: part.fileName, way: part.way, ...proof, items: part.items.length, list }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A source that cannot be read any more, told from a target that cannot be written. */
function writeFault(error: unknown, options: BuildOptions, part: PlannedPart): unknown {
  if (error instanceof SourceSizeChanged) {
    const planned = part.items.find(({ item }) => options.source(item).path === error.path)
    const given = planned ? options.source(planned.item).given : error.path
    return new Fault({ code: 'source-changed', path: given, change: 'changed' }, { cause: error })
  }
  const failed = typeof error === 'object' && error !== null && 'path' in error ? error.path : undefined
  const source = part.items.map(({ item }) => options.source(item)).find((one) => one.path === failed)
  return source ? sourceFault(error, source) : error
}

function sourceFault(error: unknown, source: SourceFile): Fault {
  const change = systemReason(error) === 'ENOENT' ? 'vanished' : 'unreadable'
  return new Fault({ code: 'source-changed', path: source.given, change }, { cause: error })
}
