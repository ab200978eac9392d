import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Port, Reply } from '../../shared/wire.ts'
import { Request } from '../../shared/wire.ts'

/** A call's input: texts and lists, never files. */
const largestRequest = 64 * 1024 * 1024

/** Why a body was not taken. */
export class BadBody extends Error {
  override readonly name = 'BadBody'
  readonly status: 400 | 413
  constructor(status: 400 | 413) {
    super(String(status))
    this.status = status
  }
}

/**
 * Reads a body of text whole.
 *
 * @throws BadBody when it is too large
 */
export async function readBody(request: IncomingMessage, largest: number): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  // Left standing when it is refused, so that the refusal can be answered.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const part = chunk as Buffer
    bytes += part.length
    if (bytes > largest) throw new BadBody(413)
    chunks.push(part)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * Reads the one frame of a POST.
 *
 * @throws BadBody when it is too large, no JSON, or no frame
 */
export async function readRequest(request: IncomingMessage): Promise<Request> {
  const body = await readBody(request, largestRequest)
  try {
    return Request.parse(JSON.parse(body))
  } catch {
    // Nothing of the body is worth repeating.
    throw new BadBody(400)
  }
}

/** One POST as a port: replies are lines of its answer, and hanging up closes it, which cancels the call. */
export function responsePort(response: ServerResponse): {
  port: Port<Reply, Request>
  deliver(frame: Request): void
} {
  let hear: ((frame: Request) => void) | undefined
  const port: Port<Reply, Request> = {
    post(reply) {
      if (response.writableEnded || response.destroyed) return
      response.write(`${JSON.stringify(reply)}\n`)
      if (reply.type !== 'progress') response.end()
    },
    listen(listener, closed) {
      hear = listener
      // After a whole answer there is nothing left to cancel, and closing does no harm.
      response.once('close', () => closed?.())
      return () => (hear = undefined)
    },
  }
  return { port, deliver: (frame) => hear?.(frame) }
}
