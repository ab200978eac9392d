import path from 'node:path'
import { Fault } from '../../shared/faults.ts'
import type { WrittenPart } from '../../shared/packing/mail.ts'
import type { PackagePlan, PlannedPart } from '../../shared/packing/plan.ts'
import type { BuildOptions } from './build-options.ts'
import { sourceChange } from './check-sources.ts'
import { SourceFailed } from './copy-source.ts'
import { OtherLength } from './follow-file.ts'
import { partFiles } from './package-files.ts'
import type { PackingThreads } from './packing-threads.ts'
import type { PartContext } from './part-documents.ts'
import { type PartSource, type PartTarget, zipBytes } from './part-layout.ts'
import { type CheckedSource, partSources, sourcesStayed } from './part-sources.ts'
import { provePart, sha256Of } from './prove-part.ts'
import { orAborted } from './waiting.ts'
import type { Workplace } from './workplace.ts'
import { writeProven } from './write-proven.ts'

/** A part as it lies in the workplace. */
export interface ProvenPart extends WrittenPart {
  /** Planned pictures and videos that were read back as they were planned. */
  readonly items: number
  /** The list itself, where the task is one. */
  readonly list: Buffer | undefined
  /** What was copied into it, as it was just before. */
  readonly sources: readonly CheckedSource[]
}

/**
 * A part would be larger than its way carries: `bytes` where it carries `limit`. `room` is what its documents and headers take,
 * in bytes.
 */
export class PartOutgrown extends Error {
  override readonly name = 'PartOutgrown'
  readonly room: number
  readonly bytes: number
  readonly limit: number
  constructor(room: number, { bytes, limit }: { readonly bytes: number; readonly limit: number }) {
    super(`part outgrown: ${bytes} bytes of ${limit}`)
    this.room = room
    this.bytes = bytes
    this.limit = limit
  }
}

/** With so much room to spare no documents are waited for before the pictures are copied. */
const ampleRoom = 8 * 1024 * 1024

/**
 * Writes one part into the workplace, flushes it, and proves what the system gives back of it.
 *
 * @throws PartOutgrown; Fault `source-changed`, `package-broken`; what the target's file system says
 */
export async function writePart(
  part: PlannedPart,
  plan: PackagePlan,
  workplace: Workplace,
  context: PartContext,
  threads: PackingThreads,
  options: BuildOptions,
): Promise<ProvenPart> {
  const { signal } = options
  // The documents are made while the pictures are copied.
  const making = partFiles(part, plan, context)
  making.catch(() => undefined)
  const facts = new Map(context.submission.items.map((item) => [item.id, item.facts]))
  const sources = await partSources(part, facts, options)
  const total = part.items.reduce((sum, { bytes }) => sum + bytes, 0)
  const limit = limitOf(part, plan, context)
  const documents = async (): Promise<PartSource[]> => {
    const { files } = await orAborted(making, signal)
    const made = files.map(({ name, content }) => ({ name, content, modified: context.now }))
    const bytes = zipBytes([...sources, ...made])
    if (bytes > limit) throw new PartOutgrown(bytes - total, { bytes, limit })
    return made
  }
  if (total + ampleRoom > limit) await documents()

  const kind = part.way === 'disk' ? 'folder' : 'zip'
  const target: PartTarget = { kind, path: path.join(workplace.folder, part.fileName) }
  const all = async function* (): AsyncGenerator<PartSource> {
    yield* sources
    yield* await documents()
  }
  const written = await writeProven(target, all(), threads, {
    signal,
    onProgress: (stage, item, bytes) =>
      options.onProgress({ stage, done: Math.min(bytes, total), total, item }),
  }).catch((error: unknown) => Promise.reject(writeFault(error, sources, part)))
  const { files, list } = await making
  const items = await provePart(target, part, files, written.files, options)
  await sourcesStayed(sources, signal)
  const sha256 = sha256Of(written, part.fileName)
  return {
    path: target.path,
    fileName: part.fileName,
    way: part.way,
    bytes: written.bytes,
    sha256,
    items,
    list,
    sources,
  }
}

/** What the part's archive may be, in bytes; nothing stops a folder, or a file for which there is no other way. */
function limitOf({ way, alone }: PlannedPart, plan: PackagePlan, { task }: PartContext): number {
  if (way === 'attachment') return alone ? Infinity : plan.cap
  return way === 'large' ? (task.packaging.large?.bytes ?? Infinity) : Infinity
}

/** A source that cannot be read any more, told from a target that cannot be written. */
function writeFault(error: unknown, sources: readonly CheckedSource[], part: PlannedPart): unknown {
  if (error instanceof OtherLength)
    return new Fault(
      { code: 'package-broken', path: part.fileName, problems: [error.message] },
      { cause: error },
    )
  if (!(error instanceof SourceFailed)) return error
  const source = sources.find((one) => one.path === error.path)
  const change = error.reason === 'size' ? 'changed' : sourceChange({ code: error.reason }, process.platform)
  return new Fault({ code: 'source-changed', path: source?.given ?? error.path, change }, { cause: error })
}
