import { setTimeout as wait } from 'node:timers/promises'

/**
 * Waits for something no longer than the signal lets it; what was begun goes on unheeded.
 *
 * @throws the signal's reason, what the promise throws
 */
export async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  // Given up it must not be left behind as an unhandled rejection.
  promise.catch(() => undefined)
  signal.throwIfAborted()
  let stop = (): void => undefined
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** A call that waits for a disk which does not answer is left to itself. */
const patience = 1000

/** Waits until it is over, however it ends, for a second at most, or as many milliseconds. */
export async function soon(promise: Promise<unknown>, atMost = patience): Promise<void> {
  await Promise.race([promise.catch(() => undefined), wait(atMost, undefined, { ref: false })])
}
