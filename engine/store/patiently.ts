import { setTimeout as wait } from 'node:timers/promises'
import { systemReason } from './system-reason.ts'

/** Virus scanners and indexers hold what was just written for some tens of milliseconds, a file server for longer. */
const locked: readonly string[] = ['EPERM', 'EBUSY', 'EACCES']
const pausesMs = [10, 20, 50, 100, 200, 400, 800]

/**
 * Does something to a file, and tries again for a moment while another program holds it. Rejects with the system's error.
 *
 * @param hopeless whether there is nothing to wait for
 */
export async function patiently<T>(
  action: () => Promise<T>,
  hopeless: () => Promise<boolean> = async () => false,
): Promise<T> {
  for (const pause of pausesMs) {
    try {
      return await action()
    } catch (error) {
      if (!locked.includes(systemReason(error)) || (await hopeless())) throw error
      await wait(pause)
    }
  }
  return action()
}
