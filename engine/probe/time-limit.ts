/** Thrown where work took longer than its limit. */
export class TimeLimitReached extends Error {
  override readonly name = 'TimeLimitReached'
}

/**
 * Runs work under a limit in milliseconds. At the limit or at the caller's abort its signal aborts and the promise
 * rejects at once, with TimeLimitReached or the caller's reason, even where the work itself cannot be stopped.
 */
export const withTimeLimit = async <T>(
  limitMs: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  signal?.throwIfAborted()
  const own = new AbortController()
  const pass = () => own.abort(signal?.reason)
  const timer = setTimeout(() => own.abort(new TimeLimitReached()), limitMs)
  signal?.addEventListener('abort', pass, { once: true })
  try {
    const stopped = new Promise<never>((_, reject) =>
      own.signal.addEventListener('abort', () => reject(own.signal.reason as Error), { once: true }),
    )
    return await Promise.race([work(own.signal), stopped])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', pass)
  }
}
