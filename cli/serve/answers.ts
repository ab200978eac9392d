import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { z } from 'zod'
import { Fault, type FaultCode, type FaultData } from '../../shared/faults.ts'
import { BadBody, readBody } from './frames.ts'

/** On every answer: nothing is loaded from elsewhere, framed, sniffed, cached or referred to. */
export const baseHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
} as const

/** Names, ids and lists of them, never contents. */
const largestBody = 64 * 1024

const statuses: Partial<Record<FaultCode, number>> = {
  'bad-request': 400,
  'not-found': 404,
  internal: 500,
  'out-unwritable': 500,
  'engine-gone': 503,
  'disk-full': 507,
}

/** An answer without a body. */
export function answerBare(response: ServerResponse, status: number, more: OutgoingHttpHeaders = {}): void {
  response.writeHead(status, { ...baseHeaders, 'content-length': 0, ...more }).end()
}

export function answerJson(response: ServerResponse, body: unknown, status = 200): void {
  const type = 'application/json; charset=utf-8'
  response.writeHead(status, { ...baseHeaders, 'content-type': type }).end(JSON.stringify(body))
}

/** What failed, as `{fault}`: the page makes the sentence. */
export function answerFault(response: ServerResponse, fault: FaultData): void {
  answerJson(response, { fault }, statuses[fault.code] ?? 422)
}

/** A page that needs nothing but itself: what to do where the app cannot be shown. */
export function answerPage(
  response: ServerResponse,
  status: number,
  title: string,
  text: string,
  more: OutgoingHttpHeaders = {},
): void {
  const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><body style="font:18px/1.8 'Microsoft YaHei',sans-serif;max-width:34em;margin:15vh auto;padding:0 1em"><h1 style="font-size:1.4em">${title}</h1><p>${text}</p></body></html>`
  const type = 'text/html; charset=utf-8'
  response.writeHead(status, { ...baseHeaders, 'content-type': type, ...more }).end(page)
}

/**
 * The JSON body of a request.
 *
 * @throws Fault `bad-request` where it does not fit the schema
 */
export async function readJson<S extends z.ZodType>(
  request: IncomingMessage,
  operation: string,
  schema: S,
): Promise<z.output<S>> {
  const parsed = schema.safeParse(await jsonOf(request))
  if (parsed.success) return parsed.data
  throw new Fault({ code: 'bad-request', operation, detail: z.prettifyError(parsed.error) })
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, largestBody)
  try {
    return JSON.parse(body) as unknown
  } catch {
    throw new BadBody(400)
  }
}
