import { readFile } from 'node:fs/promises'
import { answerContent } from './content-answer.ts'
import { type TroubleContent, troubleHost } from './trouble-page.ts'
import type { WindowFile } from './window-files.ts'

/**
 * The app's own scheme, as it has to be registered before Electron is ready. `corsEnabled` lets the page read what comes from
 * `kepuri://content`, which is another origin, to draw a frame of a video (without it Electron refuses such requests since
 * 41, electron#51152). It keeps nobody out: that is done by there being no other page (`shutContents`, `shutSession`).
 */
export const scheme = {
  scheme: 'kepuri',
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, corsEnabled: true },
} as const

export interface SchemeSources {
  /** The page's files by their addresses. */
  readonly files: ReadonlyMap<string, WindowFile>
  /** The path behind the id of an item. */
  readonly locate: (id: string) => Promise<string | undefined>
  /** The page that is shown in place of the window's own. */
  readonly trouble: () => TroubleContent | undefined
}

/** On every answer: nothing is loaded from elsewhere, framed, sniffed, cached or referred to. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' kepuri://content blob: data:; media-src 'self' kepuri://content blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}
/** A clerk's file is data and nothing else, whatever it holds. */
const contentHeaders = {
  ...headers,
  'content-security-policy': "default-src 'none'; sandbox",
  // The window draws a frame of a video to make its small picture.
  'access-control-allow-origin': 'kepuri://window',
}

/** As much of a request as is looked at. */
export interface Asked {
  readonly url: string
  readonly method: string
  readonly headers: { get(name: string): string | null }
}

/** Answers `kepuri://window/…` with the page's files, `kepuri://content/<id>` with an item's own content, and `kepuri://trouble/` with why there is no page. */
export async function answerScheme(
  request: Asked,
  { files, locate, trouble }: SchemeSources,
): Promise<Response> {
  const { host, pathname } = new URL(request.url)
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new Response(null, { status: 405, headers })
  if (host === 'content') {
    const id = decoded(pathname.slice(1))
    const path = id ? await locate(id) : undefined
    return path === undefined
      ? new Response(null, { status: 404, headers: contentHeaders })
      : answerContent(path, request, contentHeaders)
  }
  const shown = host === troubleHost && pathname === '/' ? trouble() : undefined
  if (shown) {
    const policy = { 'content-security-policy': shown.policy, 'content-type': 'text/html; charset=utf-8' }
    return new Response(request.method === 'HEAD' ? null : shown.html, { headers: { ...headers, ...policy } })
  }
  const found = host === 'window' ? files.get(decoded(pathname) ?? '') : undefined
  if (!found) return new Response(null, { status: 404, headers })
  const body = request.method === 'HEAD' ? null : await readFile(found.file)
  return new Response(body, { headers: { ...headers, 'content-type': found.type } })
}

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
