import type { Stats } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import pLimit from 'p-limit'
import type { FaultData } from '../../shared/faults.ts'
import type { PreflightNote } from '../../shared/packing/preflight.ts'
import { isInCloud } from '../sources/in-cloud.ts'
import { questionsAtOnce } from '../sources/questions-at-once.ts'
import { troubleReason } from '../sources/read-trouble.ts'
import { volumeOf } from '../sources/volume.ts'
import type { SourceFile } from '../sources/walk.ts'
import { openRegular } from '../store/open-regular.ts'
import { isHeld, pausesMs } from '../store/patiently.ts'
import { rootOf } from './root-of.ts'

/** A file that will be packed, with the size it was checked with. */
export interface PackageSource {
  readonly file: SourceFile
  readonly bytes: number
}

type SourceChanged = Extract<FaultData, { code: 'source-changed' }>
export type SourceChange = SourceChanged['change']

/** So many are named; a clerk reads no more. */
const mostNamed = 50

/**
 * Opens every source for reading, reads nothing of it, and compares sizes. The time of the last change is no reason: the
 * proof compares contents. Those that another program holds are opened again for a moment, all together, so that hundreds which
 * nobody may read take no longer than one.
 *
 * @throws the signal's reason
 */
export async function checkSources(
  sources: readonly PackageSource[],
  signal: AbortSignal,
): Promise<{ readonly fault: SourceChanged | undefined; readonly notes: readonly PreflightNote[] }> {
  const limit = pLimit(questionsAtOnce)
  const lookAt = (source: PackageSource) =>
    limit(async () => {
      signal.throwIfAborted()
      return look(source)
    })
  let looked = await Promise.all(sources.map(lookAt))
  for (const pause of pausesMs) {
    if (!looked.some(({ held }) => held)) break
    await wait(pause)
    looked = await Promise.all(looked.map(async (one) => (one.held ? lookAt(one.source) : one)))
  }
  const changed = looked.flatMap(({ source, change }) =>
    change === undefined ? [] : [{ path: source.file.given, change }],
  )
  const [first, ...more] = changed
  const fault: SourceChanged | undefined = first && {
    code: 'source-changed',
    ...first,
    ...(more.length > 0 && { more: more.slice(0, mostNamed) }),
  }
  const inCloud = looked.filter(({ status }) => status && isInCloud(status, process.platform))
  const paths = inCloud.slice(0, mostNamed).map(({ source }) => source.file.given)
  return {
    fault,
    notes: [
      ...(paths.length > 0 ? [{ code: 'sources-in-cloud' as const, paths }] : []),
      ...(await placeNotes(looked)),
    ],
  }
}

interface Looked {
  readonly source: PackageSource
  readonly status?: Stats
  readonly change?: SourceChange
  /** Whether another program may be what keeps it from being opened. */
  readonly held?: boolean
}

async function look(source: PackageSource): Promise<Looked> {
  const { file, bytes } = source
  try {
    const handle = await openRegular(file.path)
    try {
      const status = await handle.stat()
      return status.size === bytes ? { source, status } : { source, status, change: 'changed' }
    } finally {
      await handle.close()
    }
  } catch (error) {
    return { source, change: sourceChange(error, process.platform), held: isHeld(error) }
  }
}

/**
 * What has become of a source that cannot be opened. Windows refuses a file that another program holds with EBUSY, and
 * EPERM where it is about to be deleted.
 */
export function sourceChange(error: unknown, platform: NodeJS.Platform): SourceChange {
  const reason = troubleReason(error)
  if (reason === 'vanished' || reason === 'changed' || reason === 'locked') return reason
  const held = platform === 'win32' && (error as NodeJS.ErrnoException).code === 'EPERM'
  return held ? 'locked' : 'unreadable'
}

/** One note for each volume, naming the dropped folder of the first file on it. */
async function placeNotes(looked: readonly Looked[]): Promise<PreflightNote[]> {
  const firsts = new Map<number, SourceFile>()
  for (const { source, status } of looked)
    if (status && !firsts.has(status.dev)) firsts.set(status.dev, source.file)
  const notes = await Promise.all(
    [...firsts.values()].map(async (file): Promise<PreflightNote[]> => {
      const { kind } = await volumeOf(file.path)
      const { given } = rootOf(file)
      if (kind === undefined) return []
      return [{ code: kind === 'network' ? 'source-on-network' : 'source-removable', path: given }]
    }),
  )
  return notes.flat()
}
