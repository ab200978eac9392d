import { closeSync, readSync } from 'node:fs'
import { openRegularSync } from '../store/open-regular.ts'
import { patientlySync } from '../store/patiently.ts'
import { systemReason } from '../store/system-reason.ts'
import { type Gauge, Stopped } from './gauge.ts'
import type { Sink } from './sink.ts'

/** A source is not as it was planned. */
export class SourceFailed extends Error {
  override readonly name = 'SourceFailed'
  readonly path: string
  /** `size`: it has another length now; else why the system would not give it. */
  readonly reason: string
  constructor(path: string, reason: string) {
    super(`${reason}: ${path}`)
    this.path = path
    this.reason = reason
  }
}

/**
 * Hands a file's content to a sink, chunk by chunk.
 *
 * @param buffer written over with each chunk
 * @throws SourceFailed, Stopped, what the sink throws
 */
export function copySource(
  source: { readonly path: string; readonly size: number },
  sink: Pick<Sink, 'write'>,
  gauge: Gauge,
  buffer: Buffer,
): void {
  const read = <T>(action: () => T): T => {
    try {
      return action()
    } catch (error) {
      if (error instanceof Stopped) throw error
      throw new SourceFailed(source.path, systemReason(error))
    }
  }
  const input = read(() =>
    patientlySync(
      () => openRegularSync(source.path),
      () => gauge.throwIfStopped(),
    ),
  )
  try {
    let done = 0
    for (;;) {
      gauge.throwIfStopped()
      const bytes = read(() => readSync(input, buffer))
      done += bytes
      // Whether it ends where it shall is told by reading beyond.
      if (bytes === 0 ? done !== source.size : done > source.size) throw new SourceFailed(source.path, 'size')
      if (bytes === 0) return
      sink.write(buffer.subarray(0, bytes))
    }
  } finally {
    closeSync(input)
  }
}
