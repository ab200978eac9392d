import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { vi } from 'vitest'

/** A substitute for the electron module that notes in which order it is used; the engine's process never answers. */
export function electronForTests(documents: string) {
  const order: string[] = []
  const note = <T>(name: string, answer?: T) =>
    vi.fn((..._words: unknown[]): T | undefined => {
      order.push(name)
      return answer
    })
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    setName: note('setName'),
    setAppUserModelId: note('setAppUserModelId'),
    setPath: note('setPath'),
    getPath: () => documents,
    enableSandbox: note('enableSandbox'),
    configureHostResolver: note('configureHostResolver'),
    commandLine: {
      appendSwitch: vi.fn((_name: string, _value?: string) => void order.push('appendSwitch')),
    },
    requestSingleInstanceLock: vi.fn((_told: Record<string, string>) => true),
    quit: note('quit'),
    whenReady: async () => void order.push('whenReady'),
  })
  let address = ''
  const webContents = Object.assign(new EventEmitter(), {
    getURL: () => address,
    forcefullyCrashRenderer: note('forcefullyCrashRenderer'),
    setWebRTCIPHandlingPolicy: note('webrtc'),
    setWindowOpenHandler: note('setWindowOpenHandler'),
    send: note('send'),
    isCrashed: vi.fn(() => false),
  })
  const window = Object.assign(new EventEmitter(), {
    webContents,
    maximize: note('maximize'),
    show: note('show'),
    focus: note('focus'),
    isMinimized: () => false,
    isDestroyed: () => false,
    isVisible: () => false,
    isMaximized: () => true,
    getNormalBounds: () => ({ x: 10, y: 20, width: 1200, height: 700 }),
    loadURL: vi.fn(async (next: string) => {
      address = next
      order.push('loadURL')
    }),
    setProgressBar: vi.fn(),
    flashFrame: vi.fn(),
    isFocused: vi.fn(() => false),
    close: note('close'),
    destroy: note('destroy'),
  })
  const created: Electron.BrowserWindowConstructorOptions[] = []
  const child = Object.assign(new EventEmitter(), { postMessage: vi.fn(), kill: vi.fn() })
  child.kill.mockImplementation(() => child.emit('exit', 0))
  child.postMessage.mockImplementation(
    ({ type }: { type: string }) => type === 'close' && child.emit('exit', 0),
  )
  const display = { id: 1, workArea: { x: 0, y: 0, width: 1366, height: 728 } }
  const ipcMain = { on: note('ipcMain.on'), handle: note('ipcMain.handle') }
  const shell = {
    openPath: vi.fn(async (_file: string) => ''),
    openExternal: vi.fn(async (_address: string) => undefined),
    showItemInFolder: vi.fn(),
  }
  const dialog = {
    showMessageBox: vi.fn(async (..._words: unknown[]) => ({ response: 0 })),
    showMessageBoxSync: vi.fn((..._words: unknown[]) => 0),
  }
  const session = {
    fromPartition: vi.fn((_partition: string): unknown => session.defaultSession),
    defaultSession: {
      setPermissionRequestHandler: note('permissions'),
      setPermissionCheckHandler: note('permissions'),
      setDevicePermissionHandler: note('permissions'),
      webRequest: { onBeforeRequest: note('onBeforeRequest') },
      setSpellCheckerEnabled: note('spelling'),
      setSpellCheckerLanguages: note('spelling'),
      setSpellCheckerDictionaryDownloadURL: note('spelling'),
      setProxy: vi.fn(async () => void order.push('setProxy')),
      on: note('session.on'),
    },
  }
  const protocolHandle = vi.fn(
    (_scheme: string, _answer: (request: Request) => Promise<Response>) => void order.push('protocol.handle'),
  )
  const electron = {
    app,
    BrowserWindow: function (options: Electron.BrowserWindowConstructorOptions) {
      created.push(options)
      order.push('BrowserWindow')
      app.emit('web-contents-created', {}, webContents)
      return window
    },
    clipboard: {},
    dialog,
    ipcMain,
    Menu: { setApplicationMenu: note('setApplicationMenu'), buildFromTemplate: vi.fn() },
    protocol: { registerSchemesAsPrivileged: note('registerSchemes'), handle: protocolHandle },
    screen: { getPrimaryDisplay: () => display, getAllDisplays: () => [display] },
    session,
    shell,
    utilityProcess: { fork: vi.fn(() => child) },
  }
  return {
    electron: electron as unknown as typeof Electron,
    app,
    window,
    child,
    created,
    order,
    dialog,
    ipcMain,
    shell,
    session,
    /** What stands at an address of the app's own. */
    ask: (asked: string): Promise<Response> | undefined =>
      protocolHandle.mock.lastCall?.[1](new Request(asked)),
    /** What the page says, and gets for it. */
    say(channel: string, words?: unknown): unknown {
      const page = { sender: webContents, senderFrame: { url: 'kepuri://window/', parent: null } }
      const all = [...ipcMain.on.mock.calls, ...ipcMain.handle.mock.calls]
      const [, listener] = all.findLast(([one]) => one === channel) ?? []
      return (listener as (event: unknown, words: unknown) => unknown)(page, words)
    },
  }
}
