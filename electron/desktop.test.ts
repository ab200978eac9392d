import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { hostPrints } from '../hosting/engine-program.ts'
import { startDesktop } from './desktop.ts'
import { electronForTests } from './electron.fixture.ts'
import { becomeOnlyApp } from './only-app.ts'
import { questions } from './wording.ts'

const root = mkdtempSync(path.join(tmpdir(), 'kepuri-desktop-'))
const out = path.join(root, 'out')
const data = path.join(root, 'data')
beforeAll(() => {
  mkdirSync(path.join(out, 'window'), { recursive: true })
  writeFileSync(path.join(out, 'window', 'index.html'), '')
  vi.stubEnv('KEPURI_DATA_DIR', data)
})
afterEach(() => void process.removeAllListeners('uncaughtException'))
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true, force: true })
})
const start = async () => {
  const all = electronForTests(root)
  await startDesktop(all.electron, out)
  return all
}

test('everything that must be said before Electron is ready is said before', async () => {
  const { order } = await start()
  const before = order.slice(0, order.indexOf('whenReady'))
  for (const step of ['setName', 'setPath', 'enableSandbox', 'registerSchemes'])
    expect(before).toContain(step)
})
test('the window is shut in before its page is loaded', async () => {
  const { order, created, window } = await start()
  const before = order.slice(0, order.indexOf('loadURL'))
  for (const step of ['permissions', 'onBeforeRequest', 'protocol.handle', 'setWindowOpenHandler'])
    expect(before).toContain(step)
  expect(window.loadURL).toHaveBeenCalledWith('kepuri://window/index.html')
  expect(created[0]).toMatchObject({
    show: false,
    minWidth: 1100,
    minHeight: 680,
    webPreferences: {
      preload: path.join(out, 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  })
})
test('the window is shown when there is something to see, and where it was is remembered', async () => {
  const { order, window } = await start()
  expect(order).not.toContain('show')
  window.emit('ready-to-show')
  expect(order).toContain('show')
  window.emit('close', { preventDefault: vi.fn() })
  const kept: unknown = JSON.parse(readFileSync(path.join(data, 'desktop', 'window.json'), 'utf8'))
  expect(kept).toEqual({ x: 10, y: 20, width: 1200, height: 700, maximised: true })
})
test('the page saves before the window closes, and what it cannot save is asked for', async () => {
  const { window, dialog, ipcMain, order } = await start()
  const preventDefault = vi.fn()
  window.emit('close', { preventDefault })
  expect(preventDefault).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(window.webContents.send).toHaveBeenCalledWith('kepuri:closing', 1))
  expect(order).not.toContain('close')
  const [, answer] = ipcMain.handle.mock.calls.find(([channel]) => channel === 'kepuri:saved') ?? []
  const page = { sender: window.webContents, senderFrame: { url: 'kepuri://window/', parent: null } }
  await (answer as (event: unknown, turn: number) => Promise<void>)(page, 1)
  await vi.waitFor(() => expect(order).toContain('close'))
  dialog.showMessageBox.mockResolvedValueOnce({ response: 1 })
  window.webContents.emit('will-prevent-unload', { preventDefault })
  await vi.waitFor(() => expect(order).toContain('destroy'))
  expect(dialog.showMessageBox).toHaveBeenLastCalledWith(window, questions.unsaved)
})
test('a page that has crashed is not waited for', async () => {
  const { window, order } = await start()
  window.webContents.isCrashed.mockReturnValue(true)
  window.emit('close', { preventDefault: vi.fn() })
  await vi.waitFor(() => expect(order).toContain('close'))
  expect(window.webContents.send).not.toHaveBeenCalled()
})
test('a second instance opens nothing', async () => {
  const all = electronForTests(root)
  all.app.requestSingleInstanceLock.mockReturnValue(false)
  await startDesktop(all.electron, out)
  expect(all.created).toEqual([])
  expect(all.order).toContain('quit')
})
test('a page that crashes is loaded again, but not for ever', async () => {
  const { order, window } = await start()
  for (let time = 0; time < 10; time++)
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
  expect(order.filter((step) => step === 'reload')).toHaveLength(3)
})
test('the program ends with its window, though a window that nobody sees still prints', async () => {
  const { window, order } = await start()
  window.emit('closed')
  expect(order).toContain('quit')
})
test('the engine ends before the program does', async () => {
  const { app, child, order } = await start()
  child.emit('message', { type: 'ready' })
  const preventDefault = vi.fn()
  app.emit('will-quit', { preventDefault })
  expect(preventDefault).toHaveBeenCalledOnce()
  expect(order).not.toContain('quit')
  await vi.waitFor(() => expect(order).toContain('quit'))
  expect(child.postMessage).toHaveBeenLastCalledWith({ type: 'close' })
  app.emit('will-quit', { preventDefault })
  expect(preventDefault).toHaveBeenCalledOnce()
})
test('nothing is opened while the web host has the same data folder, and the clerk is told', async () => {
  const server = createServer((_, response) => response.writeHead(303).end()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const web = { app: 'web', address: `http://127.0.0.1:${port}/`, port, dataDir: data, out, pid: process.pid }
  const lock = path.join(data, 'launch.json')
  writeFileSync(lock, JSON.stringify(web))
  const { created, order, dialog } = await start()
  server.close()
  expect(created).toEqual([])
  expect(order).toContain('quit')
  expect(dialog.showMessageBox).toHaveBeenCalledWith(
    expect.objectContaining({ message: '报送助手已经在浏览器里打开了' }),
  )
  expect(JSON.parse(readFileSync(lock, 'utf8'))).toEqual(web)
})
test('the data folder is held until the program ends', async () => {
  const { app, child, order } = await start()
  const lock = path.join(data, 'launch.json')
  expect(JSON.parse(readFileSync(lock, 'utf8'))).toEqual({ app: 'desktop', pid: process.pid })
  child.emit('message', { type: 'ready' })
  app.emit('will-quit', { preventDefault: vi.fn() })
  await vi.waitFor(() => expect(order).toContain('quit'))
  expect(existsSync(lock)).toBe(false)
})
test('a data folder that takes no lock, as on a full disk, is opened all the same', async () => {
  const report = vi.fn(() => 'ref')
  const tell = vi.fn(async () => undefined)
  const release = await becomeOnlyApp(path.join(out, 'window', 'index.html'), { tell, report })
  await release?.()
  expect([report.mock.calls.length, tell.mock.calls.length, typeof release]).toEqual([1, 0, 'function'])
})
test('what the engine wants printed is printed, in a window without scripts and a session of its own', async () => {
  const { child, created, electron, order } = await start()
  const page = path.join(root, '报送核对单.html')
  const [, , { env }] = vi.mocked(electron.utilityProcess.fork).mock.calls[0] as [
    string,
    string[],
    { env: NodeJS.ProcessEnv },
  ]
  expect(hostPrints(env)).toBe(true)
  child.emit('message', { type: 'ready' })
  child.emit('message', { type: 'print', question: 7, page, pdf: path.join(root, '报送核对单.pdf') })
  await vi.waitFor(() =>
    expect(child.postMessage).toHaveBeenCalledWith(expect.objectContaining({ type: 'printed', question: 7 })),
  )
  expect(created.at(-1)?.webPreferences).toMatchObject({ javascript: false, partition: 'paper' })
  expect(electron.session.fromPartition).toHaveBeenCalledWith('paper')
  expect(order.at(-1)).toBe('destroy')
})
