import { open } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { patiently } from '../store/patiently.ts'
import type { Gauge } from './gauge.ts'
import type { PartTarget } from './part-layout.ts'

/** Looked at so often, in milliseconds, whether there is more to flush. */
const apart = 20
/** Too little to begin with: the disk works best on much. */
const step = 32 * 1024 * 1024

/**
 * Flushes a part while it is being written, so that little is left to be done at its end.
 *
 * @param files of a folder, in their order; grows while they are handed to the writer
 * @returns when all of it is on the disk, or nobody wants it any more
 * @throws what the system says
 */
export async function flushBehind(target: PartTarget, files: readonly string[], gauge: Gauge): Promise<void> {
  await (target.kind === 'zip' ? flushArchive(target.path, gauge) : flushFolder(target.path, files, gauge))
}

async function flushArchive(file: string, gauge: Gauge): Promise<void> {
  let flushed = 0
  await until(() => gauge.written > 0, gauge)
  if (gauge.stopped) return
  const handle = await patiently(() => open(file, 'r+'))
  try {
    while (gauge.total < 0 && !gauge.stopped) {
      await until(() => gauge.total >= 0 || gauge.written - flushed >= step, gauge)
      flushed = gauge.written
      if (!gauge.stopped) await handle.datasync()
    }
    if (!gauge.stopped) await handle.sync()
  } finally {
    await handle.close()
  }
}

async function flushFolder(folder: string, files: readonly string[], gauge: Gauge): Promise<void> {
  const folders = new Set([folder, path.dirname(folder)])
  for (let number = 0; ; number += 1) {
    await until(() => gauge.finished > number || (gauge.total >= 0 && gauge.finished === number), gauge)
    const file = files[number]
    if (gauge.stopped || file === undefined || gauge.finished === number) break
    await flush(file, 'r+')
    folders.add(path.dirname(file))
  }
  if (gauge.stopped) return
  // Not every system can flush a folder.
  for (const one of folders) await flush(one, 'r').catch(() => undefined)
}

async function flush(file: string, flags: string): Promise<void> {
  const handle = await patiently(() => open(file, flags))
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function until(isSo: () => boolean, gauge: Gauge): Promise<void> {
  while (!isSo() && !gauge.stopped) await wait(apart)
}
