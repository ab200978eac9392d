import type { Port, Reply, Request } from '../../shared/wire.ts'

/**
 * The port of a page to the web host: one POST is one call, its answer streams the replies as lines, and aborting
 * the request cancels the call. So does leaving the page.
 *
 * Each call holds one of the six connections that a browser opens to a host until it is answered; a video that is being
 * shown holds another. More calls than that at a time wait for each other, but none is lost.
 *
 * @param address of the calls, `/call`
 */
export function httpPort(address: string): Port<Request, Reply> {
  const listeners = new Set<(reply: Reply) => void>()
  const calls = new Map<number, AbortController>()
  const tell = (reply: Reply) => listeners.forEach((hear) => hear(reply))

  const run = async (request: Extract<Request, { type: 'call' }>): Promise<void> => {
    const controller = new AbortController()
    calls.set(request.id, controller)
    let answered = false
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
        signal: controller.signal,
      })
      if (!response.ok || !response.body) throw new Error(String(response.status))
      for await (const line of lines(response.body)) {
        const reply = JSON.parse(line) as Reply
        answered ||= reply.type !== 'progress'
        tell(reply)
      }
    } catch {
      // Falls through: a line that broke off has not been answered.
    } finally {
      calls.delete(request.id)
    }
    if (answered) return
    const code = controller.signal.aborted ? ('cancelled' as const) : ('engine-gone' as const)
    tell({ type: 'failed', id: request.id, fault: { code } })
  }

  return {
    post(request) {
      if (request.type === 'cancel') calls.get(request.id)?.abort()
      else void run(request)
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
