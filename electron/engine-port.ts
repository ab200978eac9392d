import type { Port, Reply, Request } from '../shared/wire.ts'
import type { FromEngine, ToEngine } from './engine-messages.ts'

/** As much of `process.parentPort` as the engine needs. */
export interface ParentLine {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  postMessage(message: unknown): void
}
export interface EngineEnd {
  readonly claimAs: (id: string, given: string) => void
  readonly locate: (id: string) => string | undefined
  readonly exit: () => void
  /** How long aborted calls may clean up, in milliseconds. */
  readonly patience?: number
}

/** The engine's end of the line to the main process. */
export function enginePort(
  parent: ParentLine,
  { claimAs, locate, exit, patience = 2000 }: EngineEnd,
): Port<Reply, Request> {
  const say = (message: FromEngine) => parent.postMessage(message)
  const underWay = new Set<number>()
  let closing = false
  const exitWhenIdle = () => {
    if (closing && underWay.size === 0) exit()
  }
  return {
    post(frame) {
      say({ type: 'frame', frame })
      if (frame.type !== 'progress') underWay.delete(frame.id)
      exitWhenIdle()
    },
    listen(hear, closed) {
      parent.on('message', ({ data }) => {
        const message = data as ToEngine
        if (message.type === 'claim') claimAs(message.id, message.given)
        else if (message.type === 'locate')
          say({ type: 'located', question: message.question, path: locate(message.id) })
        else if (message.type === 'frame') {
          if (message.frame.type === 'call') underWay.add(message.frame.id)
          hear(message.frame)
        } else {
          closing = true
          closed?.()
          setTimeout(exit, patience).unref()
          exitWhenIdle()
        }
      })
      say({ type: 'ready' })
      // The line is open as long as the process lives.
      return () => undefined
    },
  }
}
