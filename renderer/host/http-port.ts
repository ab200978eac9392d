import type { FaultData } from '../../shared/faults.ts'
import type { Port, Reply, Request } from '../../shared/wire.ts'
import { faultIn } from './ask-host.ts'

type Call = Extract<Request, { type: 'call' }>

/** Of the six connections that a browser opens to a host: a video may hold another, and what cancels a call needs one. */
const together = 4

/**
 * The port of a page to the web host: one POST is one call, its answer streams the replies as lines. Cancelling is a POST
 * of its own: the call is answered when the engine has ended it, with its result if that came first. Leaving the page
 * hangs up, which cancels as well.
 *
 * More calls than the connections carry wait for each other in the page, but none is lost.
 *
 * @param address of the calls, `/call`
 */
export function httpPort(address: string): Port<Request, Reply> {
  /** Calls are cancelled by a name that no other page guesses. */
  const page = crypto.randomUUID()
  const listeners = new Set<(reply: Reply) => void>()
  const waiting = new Map<number, Call>()
  /** Each until it has come through to the host, or has ended. */
  const underWay = new Map<number, Promise<void>>()
  const tell = (reply: Reply) => listeners.forEach((hear) => hear(reply))

  const send = (frame: Request): Promise<Response> =>
    fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-call': `${page}-${frame.id}` },
      body: JSON.stringify(frame),
    })
  /** The replies of a call; why it got none, where it was not answered. */
  const carry = async (call: Call, through: () => void): Promise<FaultData | undefined> => {
    let answered = false
    try {
      const response = await send(call)
      if (!response.ok || !response.body)
        return faultIn({ status: response.status, body: await response.text() }, call.name).data
      through()
      for await (const line of lines(response.body)) {
        const reply = JSON.parse(line) as Reply
        answered ||= reply.type !== 'progress'
        tell(reply)
      }
    } catch {
      // Falls through: a line that broke off has not been answered.
    }
    return answered ? undefined : { code: 'engine-gone' }
  }
  const begin = async (call: Call): Promise<void> => {
    let through = (): void => undefined
    underWay.set(call.id, new Promise((resolve) => (through = resolve)))
    const fault = await carry(call, through)
    underWay.delete(call.id)
    through()
    beginWaiting()
    if (fault) tell({ type: 'failed', id: call.id, fault })
  }
  const beginWaiting = () => {
    for (const [id, call] of waiting) {
      if (underWay.size >= together) return
      waiting.delete(id)
      void begin(call)
    }
  }
  const cancel = async (frame: Extract<Request, { type: 'cancel' }>): Promise<void> => {
    const { id } = frame
    if (waiting.delete(id)) return tell({ type: 'failed', id, fault: { code: 'cancelled' } })
    // The host knows no call that is still on its way to it.
    await underWay.get(id)
    // Where the host is gone, the call learns it as well.
    if (underWay.has(id)) await send(frame).catch(() => undefined)
  }

  return {
    post(request) {
      if (request.type === 'cancel') return void cancel(request)
      waiting.set(request.id, request)
      beginWaiting()
    },
    listen(hear) {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
  }
}

async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let rest = ''
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const whole = (rest + decoder.decode(part.value, { stream: true })).split('\n')
      rest = whole.pop() ?? ''
      yield* whole.filter((line) => line !== '')
    }
  } finally {
    // A line that was not understood must not hold the connection.
    await reader.cancel().catch(() => undefined)
  }
}
