import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Engine, Operations } from '../../shared/operation.ts'
import { serve } from '../../shared/wire.ts'
import { BadBody, readRequest, responsePort } from './frames.ts'
import { cookieOf, judgeRequest, type Verdict } from './guard.ts'

export interface WebHostOptions<C extends Operations> {
  readonly contract: C
  readonly engine: Engine<C>
  /** 0 takes any free port. */
  readonly port: number
  /** Of this launch; a page elsewhere cannot guess it. */
  readonly token: string
  readonly report: (error: unknown) => string
  readonly onRefused: (verdict: Verdict) => void
}

export interface WebHost {
  readonly port: number
  /** The address that opens the app: the token in it becomes a cookie at once. */
  readonly address: string
  close(): Promise<void>
}

const refusals = { 'wrong-host': 421, 'wrong-origin': 403, 'wrong-token': 401 } as const

/** On every answer: nothing is loaded from elsewhere, framed, sniffed, cached or referred to. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
} as const

/** The app over HTTP for a browser on the same machine: listens on 127.0.0.1 alone, one POST to `/call` is one call. */
export async function startWebHost<C extends Operations>(options: WebHostOptions<C>): Promise<WebHost> {
  const { token } = options
  const server = createServer((request, response) => {
    answer(request, response, options, (server.address() as AddressInfo).port).catch((error: unknown) => {
      options.report(error)
      if (!response.headersSent) response.writeHead(500, headers)
      response.end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    address: `http://127.0.0.1:${port}/?token=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer<C extends Operations>(
  request: IncomingMessage,
  response: ServerResponse,
  options: WebHostOptions<C>,
  port: number,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const cookie = `kepuri-${port}`
  const entering = request.method === 'GET' && pathname === '/' ? searchParams.get('token') : null
  const verdict = judgeRequest(
    {
      host: request.headers.host,
      origin: request.headers.origin,
      token: entering ?? cookieOf(request.headers.cookie, cookie),
    },
    { port, token: options.token },
  )
  if (verdict !== 'allowed') {
    options.onRefused(verdict)
    response.writeHead(refusals[verdict], headers).end()
  } else if (entering !== null) {
    // The token leaves the address bar, and with it the history.
    const set = `${cookie}=${options.token}; HttpOnly; SameSite=Strict; Path=/`
    response.writeHead(303, { ...headers, location: '/', 'set-cookie': set }).end()
  } else if (request.method === 'POST' && pathname === '/call') {
    await answerCall(request, response, options)
  } else {
    response.writeHead(404, headers).end()
  }
}

async function answerCall<C extends Operations>(
  request: IncomingMessage,
  response: ServerResponse,
  { contract, engine, report }: WebHostOptions<C>,
): Promise<void> {
  try {
    const frame = await readRequest(request)
    response.writeHead(200, { ...headers, 'content-type': 'application/x-ndjson; charset=utf-8' })
    const { port, deliver } = responsePort(response)
    serve(contract, engine, port, report)
    deliver(frame)
  } catch (error) {
    if (!(error instanceof BadBody)) throw error
    response.writeHead(error.status, headers).end()
  }
}
