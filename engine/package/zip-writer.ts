import { Gauge } from './gauge.ts'
import { startCopier } from './packing-threads.ts'
import type { PartSource } from './part-layout.ts'
import { writeFiles, type WriteOptions } from './write-files.ts'

export type ZipSource = PartSource

/**
 * Writes a new archive with stored entries, strictly from front to back, in a thread of its own. Not flushed, not proven and not
 * renamed: `writeProven` and its caller do that.
 *
 * @throws SourceFailed, the signal's reason, and whatever the file system says
 */
export async function writeZip(
  target: string,
  sources: Iterable<ZipSource> | AsyncIterable<ZipSource>,
  options: WriteOptions,
): Promise<void> {
  const copier = startCopier()
  try {
    await writeFiles(copier, new Gauge(), { kind: 'zip', path: target }, sources, options)
  } finally {
    await copier.end()
  }
}
