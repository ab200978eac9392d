/** Addresses that the window may load; there is no network behind any of them. */
export const isOwnAddress = (address: string): boolean =>
  /^(kepuri:\/\/(window|content|trouble)\/|devtools:\/\/|blob:kepuri:\/\/window\/|data:)/.test(address)

/** Where nobody answers; Electron takes no empty address for its dictionaries (electron#22995). */
const nowhere = 'https://nowhere.invalid/'

/** As much of Electron's `Session` as is shut. */
export interface ShutSession {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void,
  ): void
  setPermissionCheckHandler(handler: () => boolean): void
  setDevicePermissionHandler(handler: () => boolean): void
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void,
    ): void
  }
  setSpellCheckerEnabled(enable: boolean): void
  setSpellCheckerLanguages(languages: string[]): void
  setSpellCheckerDictionaryDownloadURL(address: string): void
  setProxy(config: { mode: 'direct' }): Promise<void>
  on(event: 'will-download', listener: (event: { preventDefault(): void }) => void): unknown
}

/** Grants no permission, starts no download, spells nothing, asks no proxy and loads nothing but what is ours: the app itself, or what `isOurs` says. */
export function shutSession(
  session: ShutSession,
  onRefused: (what: string) => void,
  isOurs: (address: string) => boolean = isOwnAddress,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    onRefused(`permission ${permission}`)
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !isOurs(url)
    if (cancel) onRefused(`request ${shortened(url)}`)
    answer({ cancel })
  })
  session.on('will-download', (event) => event.preventDefault())
  // `spellcheck: false` of a window alone did not keep Electron from fetching dictionaries (electron#22995).
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerDictionaryDownloadURL(nowhere)
  // The system's own setting may name a script that is to be fetched first (PAC).
  session.setProxy({ mode: 'direct' }).catch(() => onRefused('proxy unchanged'))
}

/** As much of Electron's `WebContents` as is shut. */
export interface ShutContents {
  on(
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect' | 'will-attach-webview',
    listener: (event: { preventDefault(): void }) => void,
  ): unknown
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
  setWebRTCIPHandlingPolicy(policy: 'disable_non_proxied_udp'): void
}

/** The page stays the page: it goes nowhere, opens no window and holds no other page. */
export function shutContents(contents: ShutContents, onRefused: (what: string) => void): void {
  for (const event of [
    'will-navigate',
    'will-frame-navigate',
    'will-redirect',
    'will-attach-webview',
  ] as const)
    contents.on(event, (happening) => {
      onRefused(event)
      happening.preventDefault()
    })
  // Packets of WebRTC do not pass `onBeforeRequest`.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => {
    onRefused('window')
    return { action: 'deny' }
  })
}

const shortened = (address: string): string => address.slice(0, 200)
