import { rename } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { systemReason } from '../../engine/store/system-reason.ts'

/** Virus scanners and indexers hold a file for some tens of milliseconds after it was written. */
const locked: readonly string[] = ['EPERM', 'EBUSY', 'EACCES']
const pausesMs = process.platform === 'win32' ? [10, 20, 50, 100, 200, 400] : []

/** Renames a file that was just written, over an older one if there is one. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (const pause of pausesMs) {
    try {
      return await rename(from, to)
    } catch (error) {
      if (!locked.includes(systemReason(error))) throw error
      await wait(pause)
    }
  }
  await rename(from, to)
}
