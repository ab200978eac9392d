import pLimit from 'p-limit'
import type { Facts } from '../../shared/facts.ts'
import { Fault } from '../../shared/faults.ts'
import type { FactsCache } from '../store/facts-cache.ts'
import type { ProbingMarks } from '../store/probing-marks.ts'
import type { LogEntry } from '../world.ts'
import { type FileStamp, modifiedOf, stampOf } from './file-stamp.ts'
import { type Probed, probeFile, type ProbeOptions, type ProbeTarget, type ProbeWorld } from './probe-file.ts'

export interface ProbeResult {
  readonly facts: Facts
  /** Of files that were measured now; of remembered ones the cache has it. */
  readonly thumbnail?: Buffer
  /** The facts come from the cache. */
  readonly remembered: boolean
}

export interface ProbeFilesOptions extends ProbeOptions {
  readonly cache?: FactsCache
  /** Measures what is remembered as well: a file may have been written over with its size and time kept. */
  readonly anew?: boolean | undefined
  /** Tells the next run which files this one was looking at when it ended. */
  readonly marks?: ProbingMarks
  /** Files at once; 2 keeps two cores and a disk busy. */
  readonly concurrency?: number
  readonly onStart?: (index: number) => void
  readonly onDone?: (index: number, result: ProbeResult) => void
}

const onceEach = (log: (entry: LogEntry) => void) => {
  const said = new Set<string>()
  return (entry: LogEntry) => {
    if (entry.event === 'ffprobe-missing' && said.has(entry.event)) return
    said.add(entry.event)
    log(entry)
  }
}

/** The facts of a file that has ended the engine twice. */
const deadly = (stamp: FileStamp): Facts => ({
  kind: 'other',
  format: 'unknown',
  bytes: stamp.bytes,
  modified: modifiedOf(stamp),
  condition: { state: 'unreadable', reason: 'probe-died' },
})

/**
 * Looks at many files, a few at once, and gives a result for each in their order. What is remembered unchanged is not
 * measured again, unless it is to be measured anew. Throws only Fault `cancelled`, and what the callbacks throw.
 */
export const probeFiles = async (
  targets: readonly ProbeTarget[],
  { ffprobe, log }: ProbeWorld,
  { cache, anew = false, marks, concurrency = 2, onStart, onDone, ...options }: ProbeFilesOptions = {},
): Promise<readonly ProbeResult[]> => {
  const world = { ffprobe, log: onceEach(log) }
  const { signal } = options
  const limit = pLimit(concurrency)
  const measure = async (target: ProbeTarget, seen: FileStamp | undefined): Promise<Probed> => {
    const look = () => probeFile(target, world, options)
    if (!seen || !marks) return look()
    try {
      const probed = await marks.around({ path: target.path, stamp: seen }, signal, look)
      return probed ?? { facts: deadly(seen) }
    } catch (error) {
      throw signal?.aborted ? new Fault({ code: 'cancelled' }, { cause: error }) : error
    }
  }
  const one = async (target: ProbeTarget, index: number): Promise<ProbeResult> => {
    if (signal?.aborted) throw new Fault({ code: 'cancelled' })
    onStart?.(index)
    const seen = await stampOf(target.path).catch(() => undefined)
    const known = seen && !anew ? await cache?.recall(target.path, seen) : undefined
    const { facts, thumbnail, stamp }: Probed = known ? { facts: known } : await measure(target, seen)
    if (stamp) await cache?.remember(target.path, stamp, facts, thumbnail)
    else if (anew && seen) await cache?.forget(target.path)
    const result = { facts, ...(thumbnail && { thumbnail }), remembered: known !== undefined }
    onDone?.(index, result)
    return result
  }
  try {
    return await Promise.all(targets.map((target, index) => limit(() => one(target, index))))
  } catch (error) {
    limit.clearQueue()
    throw error
  }
}
