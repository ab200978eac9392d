import { z } from 'zod'
import { Fault, FaultData } from '../../shared/faults.ts'

const Failed = z.object({ fault: FaultData })

/** How a host refuses a page of an earlier launch, and what another program answers that has its port now. */
const strange: readonly number[] = [401, 403, 404, 405, 421]

/**
 * What an answer that is none of success says: the fault in it, or what its status means without one.
 *
 * @param asked the operation or address that was asked
 */
export function faultIn(answer: { readonly status: number; readonly body: string }, asked: string): Fault {
  const { status, body } = answer
  try {
    return new Fault(Failed.parse(JSON.parse(body)).fault)
  } catch {
    if (strange.includes(status)) return new Fault({ code: 'host-gone' })
    if (status >= 400 && status < 500)
      return new Fault({ code: 'bad-request', operation: asked, detail: `HTTP ${status}` })
    return new Fault({ code: 'engine-gone' })
  }
}

/**
 * Asks the web host for something besides the engine.
 *
 * @throws Fault
 */
export async function askHost<S extends z.ZodType>(
  address: string,
  body: unknown,
  schema: S,
): Promise<z.output<S>> {
  let text: string
  let response: Response
  try {
    response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    text = await response.text()
  } catch (error) {
    throw new Fault({ code: 'engine-gone' }, { cause: error })
  }
  if (!response.ok) throw faultIn({ status: response.status, body: text }, address)
  return schema.parse(JSON.parse(text))
}
