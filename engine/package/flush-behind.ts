import { open } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { patiently } from '../store/patiently.ts'
import type { Stretch } from './follow-file.ts'
import type { Gauge } from './gauge.ts'
import type { PartTarget } from './part-layout.ts'

/** Looked at so often, in milliseconds, whether there is more to flush. */
const apart = 20
/** Too little to begin with: the disk works best on much. */
const step = 32 * 1024 * 1024

/**
 * Flushes a part's files while it is being written, so that little is left to be done at its end, and tells the writer how far
 * it is, who waits where it is too far behind. Folders are flushed by who publishes them.
 *
 * @param files of a folder, in their order; grows while they are handed to the writer
 * @returns when all of it is flushed, or nobody wants it any more
 * @throws what the system says
 */
export async function flushBehind(
  target: PartTarget,
  files: readonly Stretch[],
  gauge: Gauge,
): Promise<void> {
  gauge.flush(0)
  await (target.kind === 'zip' ? flushArchive(target.path, gauge) : flushFiles(files, gauge))
}

async function flushArchive(file: string, gauge: Gauge): Promise<void> {
  await until(() => gauge.written > 0, gauge)
  await flushWhile(() => gauge.total < 0, file, gauge)
}

async function flushFiles(files: readonly Stretch[], gauge: Gauge): Promise<void> {
  for (let number = 0; !gauge.stopped; number += 1) {
    const isOpen = () => gauge.finished === number
    await until(() => !isOpen() || gauge.total >= 0 || gauge.written - gauge.flushed >= step, gauge)
    const stretch = files[number]
    if (stretch === undefined || (isOpen() && gauge.total >= 0)) return
    await flushWhile(isOpen, stretch.file, gauge)
    // Files behind it may be written already.
    if (stretch.bytes !== undefined) gauge.flush(Math.max(gauge.flushed, stretch.at + stretch.bytes))
  }
}

/** Flushes a file step by step while it grows, and once more when it is whole. */
async function flushWhile(grows: () => boolean, file: string, gauge: Gauge): Promise<void> {
  if (gauge.stopped) return
  const handle = await patiently(() => open(file, 'r+'))
  try {
    while (grows() && !gauge.stopped) {
      await until(() => !grows() || gauge.written - gauge.flushed >= step, gauge)
      const { written } = gauge
      if (gauge.stopped || !grows()) break
      await handle.datasync()
      gauge.flush(written)
    }
    if (!gauge.stopped) await handle.sync()
  } finally {
    await handle.close()
  }
}

async function until(isSo: () => boolean, gauge: Gauge): Promise<void> {
  while (!isSo() && !gauge.stopped) await wait(apart)
}
