import path from 'node:path'
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import type { JsonFile } from '../hosting/desktop/json-file.ts'
import { windowOptions } from '../hosting/desktop/window-options.ts'
import { placeWindow, type Rectangle, type WindowState } from '../hosting/desktop/window-state.ts'

export interface AppWindowOptions {
  readonly create: (options: BrowserWindowConstructorOptions) => BrowserWindow
  /** The folder of everything that was built. */
  readonly out: string
  readonly state: JsonFile<WindowState>
  /** What the displays leave for windows, the primary one first. */
  readonly areas: readonly Rectangle[]
  /** The page has gone: it is loaded again, crashed, or the window is closed. */
  readonly onPageGone: () => void
}

/** So long a window may have nothing to show. */
const latestMs = 15_000

/**
 * Opens the window where it was, and remembers where it is when it closes. May not: load anything, or decide what is
 * shown when the page fails.
 */
export function openAppWindow({ create, out, state, areas, onPageGone }: AppWindowOptions): BrowserWindow {
  const place = placeWindow(state.read(), areas)
  const window = create(windowOptions(place, path.join(out, 'preload', 'preload.cjs')))
  const show = () => {
    clearTimeout(late)
    if (window.isDestroyed() || window.isVisible()) return
    if (place.maximised) window.maximize()
    window.show()
  }
  // Where nothing can be drawn it is never ready: better an empty window than a program that cannot be seen.
  const late = setTimeout(show, latestMs)
  window.once('ready-to-show', show)
  window.on('close', () => {
    state.write({ ...window.getNormalBounds(), maximised: window.isMaximized() })
  })
  window.webContents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) onPageGone()
  })
  window.webContents.on('render-process-gone', onPageGone)
  window.on('closed', () => {
    clearTimeout(late)
    onPageGone()
  })
  return window
}
