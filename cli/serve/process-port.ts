import type { Port, Reply, Request } from '../../shared/wire.ts'
import type { FromEngine, ToEngine } from './engine-process.ts'

/** The engine's end of the line to its host; when the host is gone, so is the process. */
export function processPort(onClaim: (id: string, given: string) => void): Port<Reply, Request> {
  const listeners = new Set<(frame: Request) => void>()
  process.on('message', (message: ToEngine) => {
    if (message.type === 'claim') onClaim(message.id, message.given)
    else listeners.forEach((hear) => hear(message.frame))
  })
  return {
    post(frame) {
      if (process.connected) process.send?.({ type: 'frame', frame } satisfies FromEngine)
    },
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
