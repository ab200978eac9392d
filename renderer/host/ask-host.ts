import { z } from 'zod'
import { Fault, FaultData } from '../../shared/faults.ts'

const Failed = z.object({ fault: FaultData })

/** The fault in the host's answer; without one it did not come from a host that knows us: it is gone. */
export function faultIn(body: string): Fault {
  try {
    return new Fault(Failed.parse(JSON.parse(body)).fault)
  } catch {
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
  if (!response.ok) throw faultIn(text)
  return schema.parse(JSON.parse(text))
}
