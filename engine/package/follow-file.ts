import { closeSync, openSync, readSync } from 'node:fs'
import { patientlySync } from '../store/patiently.ts'
import { type Digest, digesting } from './digest.ts'
import type { Gauge } from './gauge.ts'

/** Bytes of a file that are read back while it is being written. */
export interface Stretch {
  readonly file: string
  /** Where they begin in the file. */
  readonly from: number
  /** Absent: all that will have been written. */
  readonly bytes?: number
  /** The writer's position when it comes to the first of them. */
  readonly at: number
  /** It is an entry of an archive, whose header bears its CRC-32. */
  readonly entry?: boolean
  /** Of a file that must end with them: its number among the files, from 0. */
  readonly alone?: number
}

/** A file does not end where what was written does. */
export class OtherLength extends Error {
  override readonly name = 'OtherLength'
}

/**
 * What a stretch is known by, read from the file as soon as it is there: what the system holds of it, which may be its cache and
 * not yet the disk.
 *
 * @param buffer written over with each chunk
 * @param onRead told how much was read
 * @throws Stopped, OtherLength, what the system says
 */
export function followFile(
  stretch: Stretch,
  gauge: Gauge,
  buffer: Buffer,
  onRead: (bytes: number) => void,
): Digest {
  const { from, at, alone } = stretch
  const size = () => stretch.bytes ?? (gauge.total < 0 ? Infinity : gauge.total - at)
  // It is there from the first byte on, and an empty one once it is finished.
  gauge.waitUntil(() =>
    alone === undefined ? gauge.written >= Math.max(at, 1) : gauge.written > at || gauge.finished > alone,
  )
  const file = patientlySync(
    () => openSync(stretch.file, 'r'),
    () => gauge.throwIfStopped(),
  )
  const content = digesting(stretch.entry === true)
  try {
    let done = 0
    while (done < size()) {
      const wanted = () => Math.min(buffer.length, size() - done)
      gauge.waitUntil(() => gauge.written >= at + done + wanted())
      const want = wanted()
      // The writer came to its end just here, and nobody could know before.
      if (want === 0) break
      const bytes = readSync(file, buffer, 0, want, from + done)
      if (bytes === 0) throw new OtherLength(`${stretch.file} ends at ${from + done}`)
      content.update(buffer.subarray(0, bytes))
      done += bytes
      onRead(bytes)
    }
    if (alone !== undefined) {
      gauge.waitUntil(() => gauge.finished > alone)
      if (readSync(file, buffer, 0, 1, from + done) > 0)
        throw new OtherLength(`${stretch.file} goes on behind ${done}`)
    }
    return content.digest()
  } finally {
    closeSync(file)
  }
}
