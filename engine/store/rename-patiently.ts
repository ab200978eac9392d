import { rename } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { systemReason } from './system-reason.ts'

/** Virus scanners and indexers hold what was just written for some tens of milliseconds, a file server for longer. */
const locked: readonly string[] = ['EPERM', 'EBUSY', 'EACCES']
const pausesMs = [10, 20, 50, 100, 200, 400, 800]

/**
 * Renames a file or folder that was just written, over an older file if there is one. Rejects with the system's error.
 *
 * @param hopeless whether there is nothing to wait for, as where the name was taken meanwhile
 */
export async function renamePatiently(
  from: string,
  to: string,
  hopeless: () => Promise<boolean> = async () => false,
): Promise<void> {
  for (const pause of pausesMs) {
    try {
      return await rename(from, to)
    } catch (error) {
      if (!locked.includes(systemReason(error)) || (await hopeless())) throw error
      await wait(pause)
    }
  }
  await rename(from, to)
}
