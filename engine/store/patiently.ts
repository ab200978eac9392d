import { setTimeout as wait } from 'node:timers/promises'
import { systemReason } from './system-reason.ts'

/**
 * Virus scanners and indexers hold what was just written, or just read, for some tens of milliseconds, a file server for
 * longer. EAGAIN comes of opening without waiting (`openRegular`) what a file server has lent out.
 */
const held: readonly string[] = ['EPERM', 'EBUSY', 'EACCES', 'EAGAIN']
/** Milliseconds between one try and the next: a second and a half in all. */
export const pausesMs: readonly number[] = [10, 20, 50, 100, 200, 400, 800]
/** The same for what is large and dear: a scanner looks through an archive of gigabytes for seconds. Ten in all. */
export const longPausesMs: readonly number[] = [...pausesMs, 1200, 1800, 2400, 3000]

/** Whether another program may be holding a file, so that a moment later it may be free. */
export const isHeld = (error: unknown): boolean => held.includes(systemReason(error))

/**
 * Does something to a file, and tries again for a moment while another program holds it. Rejects with the system's error.
 *
 * @param hopeless whether there is nothing to wait for
 * @param pauses milliseconds between one try and the next
 */
export async function patiently<T>(
  action: () => Promise<T>,
  hopeless: (error: unknown) => Promise<boolean> = async () => false,
  pauses = pausesMs,
): Promise<T> {
  for (const pause of pauses) {
    try {
      return await action()
    } catch (error) {
      if (!isHeld(error) || (await hopeless(error))) throw error
      await wait(pause)
    }
  }
  return action()
}

/**
 * The same in a thread that may stand still meanwhile. Throws the system's error.
 *
 * @param beforeNext called after each pause; what it throws ends the waiting
 */
export function patientlySync<T>(action: () => T, beforeNext: () => void): T {
  const clock = new Int32Array(new SharedArrayBuffer(4))
  for (const pause of pausesMs) {
    try {
      return action()
    } catch (error) {
      if (!isHeld(error)) throw error
      Atomics.wait(clock, 0, 0, pause)
      beforeNext()
    }
  }
  return action()
}
