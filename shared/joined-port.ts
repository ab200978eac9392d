import type { Port } from './wire.ts'

/**
 * Two ports joined in one process. Messages are copied through JSON, the narrowest wall that any host has,
 * so that what works here works everywhere.
 */
export function joinedPorts<A, B>(): { near: Port<A, B>; far: Port<B, A>; close(): void } {
  const toNear = new Set<(message: B) => void>()
  const toFar = new Set<(message: A) => void>()
  const ends = new Set<() => void>()

  const port = <Out, In>(
    others: Set<(message: Out) => void>,
    own: Set<(message: In) => void>,
  ): Port<Out, In> => ({
    post(message) {
      const copy = JSON.parse(JSON.stringify(message)) as Out
      queueMicrotask(() => others.forEach((hear) => hear(copy)))
    },
    listen(hear, closed) {
      own.add(hear)
      if (closed) ends.add(closed)
      return () => own.delete(hear)
    },
  })
  return { near: port(toFar, toNear), far: port(toNear, toFar), close: () => ends.forEach((end) => end()) }
}
