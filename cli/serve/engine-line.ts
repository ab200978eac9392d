import type { ChildProcess } from 'node:child_process'
import type { Port, Reply, Request } from '../../shared/wire.ts'

/** What passes between the host and the engine's process. */
export type ToEngine =
  | { readonly type: 'frame'; readonly frame: Request }
  | { readonly type: 'claim'; readonly id: string; readonly given: string }
  | { readonly type: 'locate'; readonly id: string; readonly request: number }
export type FromEngine =
  | { readonly type: 'frame'; readonly frame: Reply }
  | { readonly type: 'located'; readonly request: number; readonly path?: string }

/** Sends what the line still takes. */
export const send = (child: ChildProcess, message: ToEngine): void => {
  // A line that breaks at this moment is heard of as `disconnect`.
  if (child.connected) child.send(message, () => undefined)
}

/** The host's end of the line, for calls. */
export function childPort(child: ChildProcess): Port<Request, Reply> {
  return {
    post: (frame) => send(child, { type: 'frame', frame }),
    listen(hear, closed) {
      const onMessage = (message: unknown) => {
        const told = message as FromEngine
        if (told.type === 'frame') hear(told.frame)
      }
      child.on('message', onMessage)
      // `disconnect` follows the last message, `exit` need not.
      if (closed) child.once('disconnect', closed)
      return () => child.off('message', onMessage)
    },
  }
}

/** Asks the process for paths; a process that dies knows none. */
export function locator(child: ChildProcess): (id: string) => Promise<string | undefined> {
  const waiting = new Map<number, (path: string | undefined) => void>()
  let last = 0
  child.on('message', (message: unknown) => {
    const told = message as FromEngine
    if (told.type !== 'located') return
    waiting.get(told.request)?.(told.path)
    waiting.delete(told.request)
  })
  child.once('disconnect', () => {
    waiting.forEach((settle) => settle(undefined))
    waiting.clear()
  })
  return (id) =>
    new Promise((resolve) => {
      if (!child.connected) return resolve(undefined)
      last += 1
      waiting.set(last, resolve)
      send(child, { type: 'locate', id, request: last })
    })
}
