import { SourceFailed } from './copy-source.ts'
import type { CopyAnswer } from './copy-worker.ts'
import { type Gauge, Stopped } from './gauge.ts'
import type { Copier } from './packing-threads.ts'
import type { PartSource, PartTarget } from './part-layout.ts'
import { orAborted, soon } from './waiting.ts'

export interface WriteOptions {
  readonly signal: AbortSignal
  /** Told about ten times a second the file that is being written, and all bytes written so far. */
  readonly onProgress?: (name: string, bytes: number) => void
}

const apart = 100

/**
 * Has the files written one behind the other by the thread, strictly from front to back. Not flushed and not renamed.
 *
 * @param onSource told of each file that was handed to the thread
 * @returns all bytes
 * @throws SourceFailed, Stopped by another thread, the signal's reason, what the target's file system says
 */
export async function writeFiles(
  copier: Copier,
  gauge: Gauge,
  target: PartTarget,
  sources: Iterable<PartSource> | AsyncIterable<PartSource>,
  { signal, onProgress, onSource }: WriteOptions & { readonly onSource?: (source: PartSource) => void },
): Promise<number> {
  signal.throwIfAborted()
  const names: string[] = []
  const tell = () => onProgress?.(names[Math.min(gauge.finished, names.length - 1)] ?? '', gauge.written)
  const stop = () => gauge.stop()
  signal.addEventListener('abort', stop, { once: true })
  const timer = setInterval(tell, apart)
  copier.tell({ open: target.kind, target: target.path, memory: gauge.memory })
  let ending: Promise<CopyAnswer> | undefined
  try {
    for await (const source of sources) {
      signal.throwIfAborted()
      names.push(source.name)
      if (names.length === 1) tell()
      copier.tell(source)
      onSource?.(source)
    }
    ending = copier.ask({ end: true })
    const answer = await orAborted(ending, signal)
    if ('bytes' in answer) return answer.bytes
    throw failureOf(answer)
  } catch (error) {
    gauge.stop()
    // What it still holds open could not be removed everywhere.
    await soon(ending ?? copier.ask({ end: true }))
    throw error
  } finally {
    clearInterval(timer)
    signal.removeEventListener('abort', stop)
  }
}

function failureOf(answer: Extract<CopyAnswer, { failed: string }>): Error {
  const { failed, reason, path, message } = answer
  if (failed === 'stopped') return new Stopped()
  if (failed === 'source') return new SourceFailed(path, reason)
  return Object.assign(new Error(message), { code: reason, path })
}
