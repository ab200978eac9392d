import type { Engine, Operations } from '../../shared/operation.ts'
import { type Port, type Reply, type Request, serve } from '../../shared/wire.ts'

/** The main process' end of the line to the page that is shown. */
export interface PageLine {
  deliver(frame: Request): void
  /** The page has gone or is loaded again: its calls are aborted, and the next one begins afresh. */
  renew(): void
}

/** Serves whatever page the window shows; replies to an earlier one never reach its successor. */
export function servePage<C extends Operations>(
  contract: C,
  engine: Engine<C>,
  post: (reply: Reply) => void,
  report: (error: unknown) => string,
): PageLine {
  let current = open()

  function open() {
    const line = {
      hear: undefined as ((frame: Request) => void) | undefined,
      closed: undefined as (() => void) | undefined,
    }
    const port: Port<Reply, Request> = {
      post: (reply) => {
        if (current === line) post(reply)
      },
      listen(hear, closed) {
        line.hear = hear
        line.closed = closed
        return () => (line.hear = undefined)
      },
    }
    serve(contract, engine, port, report)
    return line
  }

  return {
    deliver: (frame) => current.hear?.(frame),
    renew() {
      const former = current
      current = open()
      former.closed?.()
    },
  }
}
