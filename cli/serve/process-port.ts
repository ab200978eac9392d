import type { Port, Reply, Request } from '../../shared/wire.ts'
import type { FromEngine, ToEngine } from './engine-line.ts'

/** What the host asks of the engine besides calls. */
export interface ProcessPaths {
  readonly claimAs: (id: string, given: string) => void
  readonly locate: (id: string) => string | undefined
}

/** The engine's end of the line to its host; when the host is gone, so is the process. */
export function processPort({ claimAs, locate }: ProcessPaths): Port<Reply, Request> {
  const listeners = new Set<(frame: Request) => void>()
  const send = (message: FromEngine) => {
    if (process.connected) process.send?.(message)
  }
  process.on('message', (message: ToEngine) => {
    if (message.type === 'claim') claimAs(message.id, message.given)
    else if (message.type === 'frame') listeners.forEach((hear) => hear(message.frame))
    else {
      const path = locate(message.id)
      send({ type: 'located', request: message.request, ...(path !== undefined && { path }) })
    }
  })
  // Ctrl-C in a terminal reaches the whole group: the host ends this process when it has ended its calls.
  process.on('SIGINT', () => undefined)
  return {
    post: (frame) => send({ type: 'frame', frame }),
    listen(hear, closed) {
      listeners.add(hear)
      process.once('disconnect', () => {
        closed?.()
        process.exit(0)
      })
      return () => listeners.delete(hear)
    },
  }
}
