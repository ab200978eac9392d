/** Lets work through side by side, or one piece of it alone; in the order of arrival. */
export interface Turnstile {
  /** Rejects with the signal's reason while the work still waits; what has begun runs to its end. */
  pass<T>(alone: boolean, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T>
}

interface Waiting {
  readonly alone: boolean
  begin(): void
}

export function createTurnstile(): Turnstile {
  const queue: Waiting[] = []
  let inside = 0
  let closed = false

  const admit = () => {
    for (let next = queue[0]; next && !closed && (!next.alone || inside === 0); next = queue[0]) {
      queue.shift()
      inside += 1
      closed = next.alone
      next.begin()
    }
  }
  const enter = (alone: boolean, signal: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      signal?.throwIfAborted()
      const leave = () => {
        queue.splice(queue.indexOf(waiting), 1)
        reject(signal?.reason as Error)
        admit()
      }
      const waiting: Waiting = {
        alone,
        begin() {
          signal?.removeEventListener('abort', leave)
          resolve()
        },
      }
      signal?.addEventListener('abort', leave, { once: true })
      queue.push(waiting)
      admit()
    })

  return {
    async pass(alone, signal, work) {
      await enter(alone, signal)
      try {
        return await work()
      } finally {
        inside -= 1
        closed = false
        admit()
      }
    },
  }
}
