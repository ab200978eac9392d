import { desktopBridge } from './desktop-bridge.ts'
import { createDesktopHost } from './desktop-host.ts'
import type { Host } from './host.ts'
import { createWebHost } from './web-host.ts'

/** The host of this window: the desktop's where its bridge is there, else the web's. */
export function chooseHost(): Host {
  const bridge = desktopBridge()
  return bridge ? createDesktopHost(bridge) : createWebHost()
}
