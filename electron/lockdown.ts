/** Addresses that the window may load; there is no network behind any of them. */
export const isOwnAddress = (address: string): boolean =>
  /^(kepuri:\/\/(window|content)\/|devtools:\/\/|blob:kepuri:\/\/window\/|data:)/.test(address)

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
  on(event: 'will-download', listener: (event: { preventDefault(): void }) => void): unknown
}

/** Grants no permission, starts no download and loads nothing but what is ours: the app itself, or what `isOurs` says. */
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
}

/** As much of Electron's `WebContents` as is shut. */
export interface ShutContents {
  on(
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect' | 'will-attach-webview',
    listener: (event: { preventDefault(): void }) => void,
  ): unknown
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
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
  contents.setWindowOpenHandler(() => {
    onRefused('window')
    return { action: 'deny' }
  })
}

const shortened = (address: string): string => address.slice(0, 200)
