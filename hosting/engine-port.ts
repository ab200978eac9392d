import type { Port, Reply, Request } from '../shared/wire.ts'
import type { HostLine } from './host-line.ts'
import type { HostPrinter } from './host-printer.ts'

/** What a host asks of the engine besides calls. */
export interface EnginePaths {
  readonly claimAs: (id: string, given: string) => void
  readonly locate: (id: string) => Promise<string | undefined>
}
export interface EngineExit {
  readonly exit: () => void
  /** How long aborted calls may clean up, in milliseconds; less than a host's patience with the process. */
  readonly patienceMs?: number
  /** Hears what the host says of pages that it was asked to print. */
  readonly printer?: HostPrinter | undefined
}

/**
 * The engine's end of the line to its host. Told to close, or when the host is gone, it aborts its calls and exits
 * when they have ended, or soon.
 */
export function enginePort(
  line: HostLine,
  { claimAs, locate }: EnginePaths,
  { exit, patienceMs = 2000, printer }: EngineExit,
): Port<Reply, Request> {
  const underWay = new Set<number>()
  let closing = false
  const exitWhenIdle = () => {
    if (closing && underWay.size === 0) exit()
  }
  return {
    post(frame) {
      line.post({ type: 'frame', frame })
      if (frame.type !== 'progress') underWay.delete(frame.id)
      exitWhenIdle()
    },
    listen(hear, closed) {
      const close = () => {
        if (closing) return
        closing = true
        closed?.()
        setTimeout(exit, patienceMs)
        exitWhenIdle()
      }
      line.listen((message) => {
        if (message.type === 'claim') claimAs(message.id, message.given)
        else if (message.type === 'locate') {
          const { question } = message
          // A search that fails finds nothing: the engine has logged why.
          void locate(message.id)
            .catch(() => undefined)
            .then((path) => line.post({ type: 'located', question, ...(path !== undefined && { path }) }))
        } else if (message.type === 'printed') printer?.answered(message.question, message.error)
        else if (message.type === 'frame') {
          if (message.frame.type === 'call') underWay.add(message.frame.id)
          hear(message.frame)
        } else close()
      }, close)
      line.post({ type: 'ready' })
      // The line is open as long as the process lives.
      return () => undefined
    },
  }
}
