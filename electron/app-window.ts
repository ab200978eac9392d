import path from 'node:path'
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import type { JsonFile } from './json-file.ts'
import { shutContents } from './lockdown.ts'
import { type Placement, placeWindow, type Rectangle, type WindowState } from './window-state.ts'
import { appName } from './wording.ts'

/** The only window: sandboxed, isolated, and shown when there is something to see. */
export function windowOptions(
  { maximised: _maximised, ...place }: Placement,
  preload: string,
): BrowserWindowConstructorOptions {
  return {
    ...place,
    title: appName,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  }
}

export interface AppWindowOptions {
  readonly create: (options: BrowserWindowConstructorOptions) => BrowserWindow
  /** The folder of everything that was built. */
  readonly out: string
  readonly state: JsonFile<WindowState>
  /** What the displays leave for windows, the primary one first. */
  readonly areas: readonly Rectangle[]
  readonly onRefused: (what: string) => void
  /** The page has gone: it is loaded again, crashed, or the window is closed. */
  readonly onPageGone: (why: string) => void
}

/** A page that crashes as soon as it is loaded is not loaded for ever. */
const mostReloads = 3

/** Opens the window where it was, and remembers where it is when it closes. */
export function openAppWindow(options: AppWindowOptions): BrowserWindow {
  const { create, out, state, areas, onRefused, onPageGone } = options
  const place = placeWindow(state.read(), areas)
  const window = create(windowOptions(place, path.join(out, 'preload', 'preload.cjs')))
  shutContents(window.webContents, onRefused)
  window.once('ready-to-show', () => {
    if (place.maximised) window.maximize()
    window.show()
  })
  window.on('close', () => {
    state.write({ ...window.getNormalBounds(), maximised: window.isMaximized() })
  })
  let reloads = 0
  window.webContents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) onPageGone('navigation')
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    onPageGone(reason)
    if (reason !== 'clean-exit' && reloads++ < mostReloads) window.webContents.reload()
  })
  window.on('closed', () => onPageGone('closed'))
  void window.loadURL('kepuri://window/index.html')
  return window
}
