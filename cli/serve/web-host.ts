import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Fault } from '../../shared/faults.ts'
import type { Operations } from '../../shared/operation.ts'
import { answerBare, answerFault, answerPage } from './answers.ts'
import { type CallsOptions, callRoute } from './calls.ts'
import { BadBody } from './frames.ts'
import { cookieOf, isOwnSite, judgeRequest, type Verdict } from './guard.ts'
import { findRoute, type Route } from './route.ts'

export interface WebHostOptions<C extends Operations> extends CallsOptions<C> {
  /** What is answered besides `POST /call`. */
  readonly routes: readonly Route[]
  /** 0 takes any free port. */
  readonly port: number
  /** Of this launch; a page elsewhere cannot guess it. */
  readonly token: string
  readonly onRefused: (verdict: Verdict) => void
}

export interface WebHost {
  readonly port: number
  /** The address that opens the app: the token in it becomes a cookie at once. */
  readonly address: string
  close(): Promise<void>
}

const refusals = { 'wrong-host': 421, 'wrong-origin': 403, 'wrong-site': 403, 'wrong-token': 401 } as const

/** The app over HTTP for a browser on the same machine: listens on 127.0.0.1 alone, one POST to `/call` is one call. */
export async function startWebHost<C extends Operations>(options: WebHostOptions<C>): Promise<WebHost> {
  const { token, report } = options
  const routes = [callRoute(options), ...options.routes]
  // A name of a deep folder may take nine bytes for each character of it.
  const server = createServer({ maxHeaderSize: 64 * 1024 }, (request, response) => {
    const { port } = server.address() as AddressInfo
    answer(request, response, { ...options, routes, port }).catch((error: unknown) =>
      answerFailed(request, response, error, report),
    )
  })
  // A long video from a slow stick takes its time to arrive; strangers do not get this far.
  server.requestTimeout = 0
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

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  {
    token,
    port,
    routes,
    onRefused,
  }: Pick<WebHostOptions<Operations>, 'token' | 'port' | 'routes' | 'onRefused'>,
): Promise<void> {
  // Taken as it was sent: nothing is decoded or tidied up before a route has matched.
  const [path = '/', ...rest] = (request.url ?? '/').split('?')
  const query = new URLSearchParams(rest.join('?'))
  const method = request.method ?? 'GET'
  const cookie = `kepuri-${port}`
  const entering = method === 'GET' && path === '/' ? query.get('token') : null
  const verdict = judgeRequest(
    {
      host: request.headers.host,
      origin: request.headers.origin,
      // Whoever brings the token in the address was sent by the program, by whichever way.
      site: entering === null ? siteOf(request) : undefined,
      token: entering ?? cookieOf(request.headers.cookie, cookie),
    },
    { port, token },
  )
  if (verdict !== 'allowed') {
    onRefused(verdict)
    if ((verdict === 'wrong-token' || verdict === 'wrong-site') && path === '/')
      return answerStranger(response, refusals[verdict])
    return answerBare(response, refusals[verdict])
  }
  if (entering !== null) {
    // The token leaves the address bar, and with it the history.
    const set = { 'set-cookie': `${cookie}=${token}; HttpOnly; SameSite=Strict; Path=/` }
    if (isOwnSite(siteOf(request))) return answerBare(response, 303, { location: '/', ...set })
    return answerPage(response, 200, '正在打开', '正在打开报送助手…', { refresh: '0; url=/', ...set })
  }
  const found = findRoute(routes, method, path)
  if (!found) return answerBare(response, 404)
  if ('allowed' in found) return answerBare(response, 405, { allow: found.allowed })
  await found.route.answer({ request, response, query }, ...found.captured)
}

/** Whose page a browser says has asked. */
function siteOf({ headers }: IncomingMessage): string | undefined {
  const site = headers['sec-fetch-site']
  return Array.isArray(site) ? site.join() : site
}

function answerStranger(response: ServerResponse, status: number): void {
  const text =
    '请用程序显示的地址打开本页：地址里带有这一次启动的口令，程序重新启动后，旧的地址和书签就不能用了。'
  answerPage(response, status, '请用程序显示的地址打开', text)
}

function answerFailed(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  report: (error: unknown) => string,
): void {
  // Whoever has hung up waits for no answer, and it is nobody's fault.
  if (response.destroyed || (request.destroyed && !request.complete)) return
  // What is still on its way is passed over, or the answer would be lost with the connection.
  request.resume()
  if (response.headersSent) {
    report(error)
    response.destroy()
  } else if (error instanceof BadBody) answerBare(response, error.status)
  else if (error instanceof Fault) answerFault(response, error.data)
  else answerFault(response, { code: 'internal', reference: report(error) })
}
