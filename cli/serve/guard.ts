import { timingSafeEqual } from 'node:crypto'

/** What a request shows of itself. */
export interface Asked {
  readonly host: string | undefined
  readonly origin: string | undefined
  /** `Sec-Fetch-Site`, which pages cannot make up; older browsers send none. */
  readonly site: string | undefined
  /** From the cookie, the header or the first address; undefined when it brings none. */
  readonly token: string | undefined
}

export type Verdict = 'allowed' | 'wrong-host' | 'wrong-origin' | 'wrong-site' | 'wrong-token'

/**
 * Whether a request may reach the app on the loopback port. The Host must be ours (a page elsewhere that rebinds its
 * name to 127.0.0.1 sends its own); an Origin must be ours where there is one, and browsers send one with every POST
 * of another page; no page but ours may have asked, be it one on another port of this machine, to which the cookie goes
 * as well; and every request must bring the token of this launch.
 */
export function judgeRequest(asked: Asked, own: { readonly port: number; readonly token: string }): Verdict {
  const hosts = [`127.0.0.1:${own.port}`, `localhost:${own.port}`]
  if (asked.host === undefined || !hosts.includes(asked.host.toLowerCase())) return 'wrong-host'
  if (asked.origin !== undefined && !hosts.some((host) => asked.origin === `http://${host}`))
    return 'wrong-origin'
  if (!isOwnSite(asked.site)) return 'wrong-site'
  return sameToken(asked.token, own.token) ? 'allowed' : 'wrong-token'
}

/** Whether the asker is our page or the person themselves (an address typed, a bookmark), as far as the browser says. */
export const isOwnSite = (site: string | undefined): boolean =>
  site === undefined || site === 'same-origin' || site === 'none'

/** Compared in constant time, so that a guess cannot be refined by the clock. */
function sameToken(given: string | undefined, own: string): boolean {
  if (given === undefined) return false
  const a = Buffer.from(given)
  const b = Buffer.from(own)
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The value of a cookie; undefined when the header does not hold it. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}
