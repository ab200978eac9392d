/**
 * Switches by which Chromium keeps to itself. The app works on machines without internet, and opens no connection on
 * others; every request of a session is refused as well (`shutSession`), but what Chromium's browser process asks for on
 * its own account passes no session. Crash reports are never sent: nothing starts Electron's `crashReporter`.
 */
export const quietSwitches: readonly (readonly [name: string, value?: string])[] = [
  // No name is ever looked up, whoever asks.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  // No proxy of the system's, and none looked for in the network (WPAD, PAC).
  ['no-proxy-server'],
  ['disable-background-networking'],
  // Lists and codecs that Chromium fetches for itself.
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
  ['disable-quic'],
  // Looking for television sets in the local network; hints and forms' servers of Google.
  ['disable-features', 'MediaRouter,DialMediaRouteProvider,OptimizationHints,AutofillServerCommunication'],
]

/** No name server of its own, and none over HTTPS; to be said when Electron is ready. */
export const quietResolver = { enableBuiltInResolver: false, secureDnsMode: 'off' } as const
