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
    commandLine: { appendSwitch: note('appendSwitch') },
    requestSingleInstanceLock: vi.fn(() => true),
    quit: note('quit'),
    whenReady: async () => void order.push('whenReady'),
  })
  const webContents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: note('setWindowOpenHandler'),
    send: note('send'),
    reload: note('reload'),
    isCrashed: vi.fn(() => false),
  })
  const window = Object.assign(new EventEmitter(), {
    webContents,
    maximize: note('maximize'),
    show: note('show'),
    focus: note('focus'),
    isMinimized: () => false,
    isDestroyed: () => false,
    isMaximized: () => true,
    getNormalBounds: () => ({ x: 10, y: 20, width: 1200, height: 700 }),
    loadURL: vi.fn(async (_address: string) => void order.push('loadURL')),
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
      on: note('session.on'),
    },
  }
  const electron = {
    app,
    BrowserWindow: function (options: Electron.BrowserWindowConstructorOptions) {
      created.push(options)
      order.push('BrowserWindow')
      return window
    },
    clipboard: {},
    dialog,
    ipcMain,
    Menu: { setApplicationMenu: note('setApplicationMenu'), buildFromTemplate: vi.fn() },
    protocol: { registerSchemesAsPrivileged: note('registerSchemes'), handle: note('protocol.handle') },
    screen: { getPrimaryDisplay: () => display, getAllDisplays: () => [display] },
    session,
    shell: {},
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
  }
}
