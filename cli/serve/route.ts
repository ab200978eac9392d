import type { IncomingMessage, ServerResponse } from 'node:http'

/** One request that the guard let through, and its answer. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly query: URLSearchParams
}

/** What answers one kind of address. `GET` answers HEAD as well. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Matched against the whole path as it was sent, still percent-encoded. */
  readonly path: RegExp
  /** Rejects with Fault or BadBody for what is answered as such; anything else is a bug. */
  readonly answer: (exchange: Exchange, ...captured: readonly string[]) => Promise<void> | void
}

/** The route of a request; the methods that its path knows where the method is wrong; undefined for an unknown path. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
):
  | { readonly route: Route; readonly captured: readonly string[] }
  | { readonly allowed: string }
  | undefined {
  const matching = routes.flatMap((route) => {
    const match = route.path.exec(path)
    return match ? [{ route, captured: match.slice(1) }] : []
  })
  const wanted = method === 'HEAD' ? 'GET' : method
  const found = matching.find(({ route }) => route.method === wanted)
  if (found) return found
  const allowed = new Set(matching.map(({ route }) => route.method))
  return allowed.size > 0 ? { allowed: [...allowed].join(', ') } : undefined
}
