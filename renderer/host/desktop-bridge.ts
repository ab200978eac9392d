import type { DesktopBridge } from '../../shared/desktop-bridge.ts'

declare global {
  interface Window {
    /** There on the desktop only. */
    readonly kepuri?: DesktopBridge<File>
  }
}

/** The desktop's bridge; undefined in a browser. */
export function desktopBridge(): DesktopBridge<File> | undefined {
  return globalThis.window.kepuri
}
