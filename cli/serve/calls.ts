import type { IncomingMessage } from 'node:http'
import type { Engine, Operations } from '../../shared/operation.ts'
import { serve } from '../../shared/wire.ts'
import { answerBare, baseHeaders } from './answers.ts'
import { BadBody, readRequest, responsePort } from './frames.ts'
import type { Exchange, Route } from './route.ts'

export interface CallsOptions<C extends Operations> {
  readonly contract: C
  readonly engine: Engine<C>
  readonly report: (error: unknown) => string
}

/**
 * `POST /call`: a frame `call` is answered by its replies as lines. A frame `cancel`, which names by the header `x-call`
 * the call that began with it, cancels that one, whose own answer then says how it ended.
 */
export function callRoute<C extends Operations>({ contract, engine, report }: CallsOptions<C>): Route {
  /** By keys that pages make up: nobody cancels what another page has begun. */
  const cancels = new Map<string, () => void>()
  return {
    method: 'POST',
    path: /^\/call$/,
    async answer({ request, response }: Exchange) {
      const key = keyOf(request)
      const frame = await readRequest(request)
      if (frame.type === 'cancel') {
        if (key === undefined) throw new BadBody(400)
        // One that has been answered meanwhile is not there any more.
        cancels.get(key)?.()
        return answerBare(response, 200)
      }
      // Hung up before it began.
      if (response.destroyed) return
      const type = 'application/x-ndjson; charset=utf-8'
      response.writeHead(200, { ...baseHeaders, 'content-type': type })
      const { port, deliver } = responsePort(response)
      serve(contract, engine, port, report)
      if (key !== undefined) {
        cancels.set(key, () => deliver({ type: 'cancel', id: frame.id }))
        response.once('close', () => cancels.delete(key))
      }
      deliver(frame)
      // The page cancels no sooner than it sees that its call has come through.
      response.flushHeaders()
    },
  }
}

function keyOf({ headers }: IncomingMessage): string | undefined {
  const key = headers['x-call']
  return typeof key === 'string' && /^[A-Za-z0-9-]{8,80}$/.test(key) ? key : undefined
}
