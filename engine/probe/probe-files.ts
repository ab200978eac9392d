import pLimit from 'p-limit'
import type { Facts } from '../../shared/facts.ts'
import { Fault } from '../../shared/faults.ts'
import type { FactsCache } from '../store/facts-cache.ts'
import type { LogEntry } from '../world.ts'
import { stampOf } from './file-stamp.ts'
import { probeFile, type ProbeOptions, type ProbeTarget, type ProbeWorld } from './probe-file.ts'

export interface ProbeResult {
  readonly facts: Facts
  /** Of files that were measured now; of remembered ones the cache has it. */
  readonly thumbnail?: Buffer
  /** The facts come from the cache. */
  readonly remembered: boolean
}

export interface ProbeFilesOptions extends ProbeOptions {
  readonly cache?: FactsCache
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

const recall = async ({ path }: ProbeTarget, cache: FactsCache | undefined): Promise<Facts | undefined> => {
  if (!cache) return undefined
  const stamp = await stampOf(path).catch(() => undefined)
  return stamp && cache.recall(path, stamp)
}

/**
 * Looks at many files, a few at once, and gives a result for each in their order. What is remembered unchanged is not
 * measured again. Throws only Fault `cancelled`, and what the callbacks throw.
 */
export const probeFiles = async (
  targets: readonly ProbeTarget[],
  { ffprobe, log }: ProbeWorld,
  { cache, concurrency = 2, onStart, onDone, ...options }: ProbeFilesOptions = {},
): Promise<readonly ProbeResult[]> => {
  const world = { ffprobe, log: onceEach(log) }
  const { signal } = options
  const limit = pLimit(concurrency)
  const one = async (target: ProbeTarget, index: number): Promise<ProbeResult> => {
    if (signal?.aborted) throw new Fault({ code: 'cancelled' })
    onStart?.(index)
    const known = await recall(target, cache)
    const { facts, thumbnail, stamp } = known ? { facts: known } : await probeFile(target, world, options)
    if (stamp) await cache?.remember(target.path, stamp, facts, thumbnail)
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
