import { actOf, type TroubleAct, troubleAddress } from './trouble-page.ts'

/** As much of Electron's `WebContents` as tells whether there is a page to be seen. */
export interface WatchedContents {
  on(event: 'render-process-gone', listener: (event: unknown, how: { reason: string }) => void): unknown
  on(
    event: 'did-fail-load',
    listener: (event: unknown, code: number, why: string, address: string, isMainFrame: boolean) => void,
  ): unknown
  on(event: 'preload-error', listener: (event: unknown, path: string, error: Error) => void): unknown
  on(
    event: 'did-start-navigation',
    listener: (details: { isMainFrame: boolean; isSameDocument: boolean }) => void,
  ): unknown
  on(event: 'did-finish-load' | 'unresponsive' | 'responsive', listener: () => void): unknown
  on(event: 'will-navigate', listener: (details: { url: string }) => void): unknown
  getURL(): string
  forcefullyCrashRenderer(): void
}
/** Why there is no page. */
export type PageEnd = 'crashed' | 'unloadable' | 'silent'

export interface PageWatchOptions {
  readonly contents: WatchedContents
  /** Loads the window's page. */
  readonly load: () => void
  /** Shows the page that stands in its place. */
  readonly showTrouble: (end: PageEnd, reference: string) => void
  /** That one cannot be shown either. */
  readonly lastResort: (end: PageEnd, reference: string) => void
  readonly act: (act: TroubleAct) => void
  /** Asks whether to give up a page that does not answer, until it answers again. */
  readonly askToEnd: (answers: AbortSignal) => Promise<boolean>
  readonly report: (error: unknown) => string
  /** How long a page that was loaded may say nothing, in milliseconds. */
  readonly silenceMs?: number
  /** The clock in milliseconds. */
  readonly clock?: () => number
}
export interface PageWatch {
  /** The page has said something. */
  heard(): void
  /** The window's page is, or will be, shown again. */
  begin(): void
  /** Something else stands in its place. */
  troubled(): void
  /** The window has gone: nothing is wrong with a page that goes with it. */
  end(): void
}

/** A page that crashes as soon as it is loaded is not loaded for ever. */
const mostReloads = 3
const withinMs = 10 * 60_000
/** Chromium's `ERR_ABORTED`: another load took its place. */
const aborted = -3

/**
 * Watches over the window's page, so that the clerk never sits before a white window: one that crashes is loaded again,
 * and where that does not help, or there is nothing to be loaded, another page says so. It may not touch the engine.
 */
export function watchPage(options: PageWatchOptions): PageWatch {
  const { contents, load, showTrouble, lastResort, act, askToEnd, report } = options
  const { silenceMs = 20_000, clock = Date.now } = options
  let shown: 'page' | 'trouble' | 'nothing' = 'page'
  let crashes: number[] = []
  let spoken = false
  let silence: NodeJS.Timeout | undefined
  let answers: AbortController | undefined

  const fail = (end: PageEnd, why: string) => {
    if (shown === 'nothing') return
    clearTimeout(silence)
    const reference = report(new Error(`no page: ${end}, ${why}`))
    const instead = shown === 'page' ? showTrouble : lastResort
    shown = 'trouble'
    instead(end, reference)
  }

  contents.on('render-process-gone', (_event, { reason }) => {
    answers?.abort()
    if (reason === 'clean-exit' || shown === 'nothing') return
    crashes = [...crashes.filter((one) => clock() - one < withinMs), clock()]
    if (shown === 'trouble' || crashes.length > mostReloads) return fail('crashed', reason)
    report(new Error(`the page has gone: ${reason}`))
    load()
  })
  contents.on('did-fail-load', (_event, code, why, address, isMainFrame) => {
    if (isMainFrame && code !== aborted) fail('unloadable', `${why} (${code}) ${address.slice(0, 200)}`)
  })
  contents.on('preload-error', (_event, _path, error) => fail('unloadable', String(error.stack ?? error)))
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) spoken = false
  })
  contents.on('did-finish-load', () => {
    clearTimeout(silence)
    if (shown === 'page' && !spoken)
      silence = setTimeout(fail, silenceMs, 'silent', `nothing said in ${silenceMs} ms`)
  })
  contents.on('unresponsive', () => {
    if (answers || shown !== 'page') return
    const asking = new AbortController()
    answers = asking
    const end = (yes: boolean) => {
      answers = undefined
      // What follows is a crash like any other.
      if (yes && !asking.signal.aborted) contents.forcefullyCrashRenderer()
    }
    askToEnd(asking.signal).then(end, () => end(false))
  })
  contents.on('responsive', () => answers?.abort())
  contents.on('will-navigate', ({ url }) => {
    const wanted = contents.getURL() === troubleAddress ? actOf(url) : undefined
    if (wanted) act(wanted)
  })
  return {
    heard() {
      spoken = true
      clearTimeout(silence)
    },
    begin() {
      shown = 'page'
      crashes = []
    },
    troubled: () => void (shown = 'trouble'),
    end() {
      shown = 'nothing'
      clearTimeout(silence)
      answers?.abort()
    },
  }
}
