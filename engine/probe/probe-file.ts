import type { Condition, Facts, Unreadable } from '../../shared/facts.ts'
import { Fault } from '../../shared/faults.ts'
import { reasonInCloud } from '../sources/in-cloud.ts'
import { openSource } from '../sources/open-source.ts'
import { troubleDetail, troubleReason } from '../sources/read-trouble.ts'
import type { World } from '../world.ts'
import { bufferSource, handleSource } from './byte-source.ts'
import { type FileStamp, modifiedOf, sameStamp, stampOf } from './file-stamp.ts'
import { withLentBuffer } from './lent-buffer.ts'
import { HEAD_BYTES, sniff, type Sniffed } from './sniff.ts'
import type { probeVideo as ProbeVideo } from './probe-video.ts'
import { digestsOf, streamHash } from './stream-hash.ts'
import { TimeLimitReached, withTimeLimit } from './time-limit.ts'

/** What a probe needs of the world. */
export type ProbeWorld = Pick<World, 'ffprobe' | 'log'>

/** A file to look at; what was known of it when it was listed stands in for a file that is gone. */
export interface ProbeTarget {
  readonly path: string
  readonly bytes?: number
  readonly modifiedMs?: number
}

export interface ProbeOptions {
  readonly signal?: AbortSignal
  /** Milliseconds for the whole file; the default grows with its size. */
  readonly timeLimitMs?: number
}

export interface Probed {
  readonly facts: Facts
  /** JPEG, at most 320 pixels long. */
  readonly thumbnail?: Buffer
  /** What the file was when these facts were true; absent where they must not be remembered. */
  readonly stamp?: FileStamp
}

/** Images beyond this are not read into memory. */
const MAX_IMAGE_BYTES = 512 * 1024 * 1024
const BASE_LIMIT_MS = 30_000
// A slow network share. Slower is taken for stuck.
const LEAST_BYTES_PER_MS = 1_000

const EMPTY: Condition = { state: 'damaged', damage: 'empty' }
const unreadable = (reason: Unreadable, detail?: string): Condition => ({
  state: 'unreadable',
  reason,
  ...(detail && { detail }),
})

type Look = Omit<Facts, 'bytes' | 'modified'>

interface Looked {
  readonly look: Look
  readonly thumbnail?: Buffer
}

const lookAtImage = async (sniffed: Sniffed, image: Buffer, bytes: number): Promise<Looked> => {
  if (image.length < bytes) return { look: { ...sniffed, condition: unreadable('changed') } }
  const digests = digestsOf(image)
  // The decoder is loaded for the first picture, not for a folder of remembered ones.
  const { probeImage } = await import('./probe-image.ts')
  const { facts, thumbnail } = await probeImage(sniffed.format, image)
  return { look: { ...sniffed, ...digests, ...facts }, ...(thumbnail && { thumbnail }) }
}

// Likewise for the first video.
const lookAtVideo: typeof ProbeVideo = async (...words) => {
  const { probeVideo } = await import('./probe-video.ts')
  return probeVideo(...words)
}

const look = async (
  path: string,
  bytes: number,
  world: ProbeWorld,
  signal: AbortSignal,
  onSniffed: (sniffed: Sniffed) => void,
): Promise<Looked> => {
  const handle = await openSource(path)
  try {
    const source = handleSource(handle, bytes)
    const head = await source.read(0, HEAD_BYTES)
    const sniffed = await sniff(head.length < bytes ? source : bufferSource(head))
    onSniffed(sniffed)
    if (sniffed.kind === 'image') {
      if (bytes > MAX_IMAGE_BYTES) return { look: { ...sniffed, condition: unreadable('too-large') } }
      return await withLentBuffer(bytes, async (room) => {
        const image = head.length < bytes ? await source.read(0, bytes, room) : head
        signal.throwIfAborted()
        return lookAtImage(sniffed, image, bytes)
      })
    }
    const [digests, found] = await Promise.all([
      streamHash(handle, bytes, signal),
      sniffed.kind === 'video'
        ? lookAtVideo(path, sniffed.format, source, world, signal)
        : { condition: bytes === 0 ? EMPTY : ({ state: 'unchecked' } as const) },
    ])
    if (digests === undefined) return { look: { ...sniffed, condition: unreadable('changed') } }
    return { look: { ...sniffed, ...digests, ...found } }
  } finally {
    await handle.close()
  }
}

/** What kept a file from being read may be gone the next time. */
const mayBeRemembered = ({ condition }: Look): boolean => condition.state !== 'unreadable'

/**
 * Looks at one file: what it is by its content, whether it is whole, what can be measured. Whatever keeps it from being
 * read is a condition of the facts. Throws only Fault `cancelled`.
 */
export const probeFile = async (
  target: ProbeTarget,
  world: ProbeWorld,
  { signal, timeLimitMs }: ProbeOptions = {},
): Promise<Probed> => {
  const { path } = target
  let sniffed: Sniffed = { kind: 'other', format: 'unknown' }
  let bytes = target.bytes ?? 0
  let modified = new Date(target.modifiedMs ?? 0).toISOString()
  try {
    const before = await stampOf(path)
    bytes = before.bytes
    modified = modifiedOf(before)
    const limit = timeLimitMs ?? BASE_LIMIT_MS + bytes / LEAST_BYTES_PER_MS
    const { look: found, thumbnail } = await withTimeLimit(limit, signal, (inner) =>
      look(path, bytes, world, inner, (seen) => (sniffed = seen)),
    )
    const after = await stampOf(path)
    if (!sameStamp(before, after))
      return { facts: { ...sniffed, bytes, modified, condition: unreadable('changed') } }
    return {
      facts: { ...found, bytes, modified },
      ...(thumbnail && { thumbnail }),
      ...(mayBeRemembered(found) && { stamp: before }),
    }
  } catch (error) {
    if (signal?.aborted) throw new Fault({ code: 'cancelled' }, { cause: error })
    const slow = error instanceof TimeLimitReached
    const reason = await reasonInCloud(slow ? 'time-limit' : troubleReason(error), path)
    const condition = unreadable(reason, slow ? undefined : troubleDetail(error).slice(0, 200))
    if (condition.state === 'unreadable' && condition.reason === 'system')
      world.log({ level: 'error', event: 'probe-failed', data: { path, error: troubleDetail(error) } })
    return { facts: { ...sniffed, bytes, modified, condition } }
  }
}
