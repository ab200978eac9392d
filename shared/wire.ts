import { z } from 'zod'
import { Fault, FaultData } from './faults.ts'
import type { Call, CallOptions, Client, Engine, Operations } from './operation.ts'
import { paced } from './pace.ts'

/** What a client may say. Parsed at every edge that strangers can reach. */
export const Request = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('call'),
    id: z.number().int(),
    name: z.string(),
    input: z.unknown().optional(),
  }),
  z.object({ type: z.literal('cancel'), id: z.number().int() }),
])
export type Request = z.infer<typeof Request>

/** What an engine answers: any number of `progress`, then one `done` or `failed`, by the call's id. */
export const Reply = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), id: z.number().int(), step: z.unknown() }),
  z.object({ type: z.literal('done'), id: z.number().int(), output: z.unknown() }),
  z.object({ type: z.literal('failed'), id: z.number().int(), fault: FaultData }),
])
export type Reply = z.infer<typeof Reply>

/** The whole of what a host must provide: two queues. */
export interface Port<Out, In> {
  post(message: Out): void
  /** Hears messages until the returned function is called. `closed` fires once. */
  listen(hear: (message: In) => void, closed?: () => void): () => void
}

/**
 * Answers calls from the port with the engine. Input is validated before the engine sees it; a bug is handed
 * to `report`, whose reference is all that leaves; progress is paced; a closed port aborts its calls.
 */
export function serve<C extends Operations>(
  contract: C,
  engine: Engine<C>,
  port: Port<Reply, Request>,
  report: (error: unknown) => string,
): void {
  const running = new Map<number, AbortController>()

  const run = async (id: number, name: string, input: unknown): Promise<Reply> => {
    const controller = new AbortController()
    running.set(id, controller)
    const operation = Object.hasOwn(contract, name) ? contract[name] : undefined
    const pace = paced((step: unknown) => {
      // A step that breaks its schema (more than 100 %) is a bug of the engine: logged, never shown.
      const valid = operation?.progress.safeParse(step)
      if (valid?.success) port.post({ type: 'progress', id, step })
      else report(valid?.error)
    })
    try {
      if (!operation) throw badRequest(name, 'no such operation')
      const parsed = operation.input.safeParse(input)
      if (!parsed.success) throw badRequest(name, z.prettifyError(parsed.error))
      const call: Call<unknown> = { signal: controller.signal, progress: pace.send }
      // The name pairs operation and implementation; the pairing is lost on a looked-up name.
      const implementation = engine[name] as (input: unknown, call: Call<unknown>) => Promise<unknown>
      return { type: 'done', id, output: await implementation(parsed.data, call) }
    } catch (error) {
      return { type: 'failed', id, fault: faultOf(error, controller.signal, report) }
    } finally {
      pace.stop()
      running.delete(id)
    }
  }

  port.listen(
    (request) => {
      if (request.type === 'cancel') running.get(request.id)?.abort()
      else void run(request.id, request.name, request.input).then((reply) => port.post(reply))
    },
    () => running.forEach((controller) => controller.abort()),
  )
}

/** The typed client of whatever answers at the other end of the port. */
export function connect<C extends Operations>(contract: C, port: Port<Request, Reply>): Client<C> {
  interface Waiting {
    resolve(output: unknown): void
    reject(fault: Fault): void
    onProgress: ((step: unknown) => void) | undefined
  }
  const waiting = new Map<number, Waiting>()
  let last = 0
  let gone = false

  port.listen(
    (reply) => {
      const call = waiting.get(reply.id)
      if (!call) return
      if (reply.type === 'progress') return call.onProgress?.(reply.step)
      waiting.delete(reply.id)
      if (reply.type === 'done') call.resolve(reply.output)
      else call.reject(new Fault(reply.fault))
    },
    () => {
      gone = true
      waiting.forEach((call) => call.reject(new Fault({ code: 'engine-gone' })))
      waiting.clear()
    },
  )

  const invoke =
    (name: string) =>
    (input: unknown, { signal, onProgress }: CallOptions<unknown> = {}) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(new Fault({ code: 'cancelled' }))
        if (gone) return reject(new Fault({ code: 'engine-gone' }))
        const id = ++last
        const cancel = () => port.post({ type: 'cancel', id })
        const settle =
          <T>(then: (value: T) => void) =>
          (value: T) => {
            signal?.removeEventListener('abort', cancel)
            then(value)
          }
        signal?.addEventListener('abort', cancel, { once: true })
        waiting.set(id, { resolve: settle(resolve), reject: settle(reject), onProgress })
        port.post({ type: 'call', id, name, input })
      })

  return Object.fromEntries(Object.keys(contract).map((name) => [name, invoke(name)])) as Client<C>
}

const badRequest = (operation: string, detail: string) =>
  new Fault({ code: 'bad-request', operation, detail })

function faultOf(error: unknown, signal: AbortSignal, report: (error: unknown) => string): FaultData {
  // A package is there, whether it was wanted a moment longer or not.
  if (error instanceof Fault && error.data.code === 'package-not-recorded') return error.data
  if (signal.aborted) return { code: 'cancelled' }
  if (error instanceof Fault) return error.data
  return { code: 'internal', reference: report(error) }
}
