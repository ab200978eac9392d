import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { becomeOnlyApp } from '../hosting/desktop/only-app.ts'
import { startDesktop } from './desktop.ts'
import { electronForTests } from './electron.fixture.ts'
import { desktopForTests } from './started-desktop.fixture.ts'

const { root, out, data, logged, start } = desktopForTests()

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
test('a window in which nothing can be drawn is shown all the same, after a while', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const { order, window } = await start()
    vi.advanceTimersByTime(16_000)
    expect(order.filter((step) => step === 'show')).toHaveLength(1)
    window.emit('closed')
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})
test('a second instance opens nothing', async () => {
  const all = electronForTests(root)
  all.app.requestSingleInstanceLock.mockReturnValue(false)
  await startDesktop(all.electron, out)
  expect(all.created).toEqual([])
  expect(all.order).toContain('quit')
})
test('a second instance hands its project file to the first, whose page gets it as a claim', async () => {
  const file = path.join(root, '沈阳市科协.kepuri')
  writeFileSync(file, '{}')
  const first = await start()
  const second = electronForTests(root)
  second.app.requestSingleInstanceLock.mockReturnValue(false)
  vi.spyOn(process, 'argv', 'get').mockReturnValue(['KepuriPackager', '--flag', file, '/etc/passwd'])
  await startDesktop(second.electron, out)
  vi.restoreAllMocks()
  const [told] = second.app.requestSingleInstanceLock.mock.calls[0] ?? []
  first.say('kepuri:hearing-projects')
  expect(first.window.webContents.send).not.toHaveBeenCalled()
  first.app.emit('second-instance', {}, [], root, told)
  expect(first.window.focus).toHaveBeenCalled()
  const [[channel, claim] = []] = first.window.webContents.send.mock.calls
  expect(channel).toBe('kepuri:open-project')
  expect(claim).not.toContain('科协')
  first.child.emit('message', { type: 'ready' })
  expect(first.child.postMessage).toHaveBeenCalledWith({ type: 'claim', id: claim, given: file })
})
test('Chromium is told to keep to itself, and every session and page that comes later is shut in too', async () => {
  const { app, session, order } = await start()
  const switches = new Map(app.commandLine.appendSwitch.mock.calls.map(([name, value]) => [name, value]))
  expect([...switches.keys()]).toEqual(
    expect.arrayContaining([
      'host-resolver-rules',
      'no-proxy-server',
      'disable-background-networking',
      'disable-component-update',
      'disable-features',
    ]),
  )
  expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
  expect(order.lastIndexOf('appendSwitch')).toBeLessThan(order.indexOf('whenReady'))
  expect(app.configureHostResolver).toHaveBeenCalledWith({
    enableBuiltInResolver: false,
    secureDnsMode: 'off',
  })
  expect(session.defaultSession.setProxy).toHaveBeenCalledWith({ mode: 'direct' })
  expect(session.defaultSession.setSpellCheckerEnabled).toHaveBeenCalledWith(false)
  const other = electronForTests(root)
  app.emit('session-created', other.session.defaultSession)
  app.emit('web-contents-created', {}, other.window.webContents)
  const [[before] = []] = other.session.defaultSession.webRequest.onBeforeRequest.mock.calls
  const verdict = vi.fn()
  ;(before as (asked: object, answer: unknown) => void)({ url: 'https://example.com/' }, verdict)
  expect(verdict).toHaveBeenCalledWith({ cancel: true })
  expect(logged()).toContain('request https://example.com/')
  const preventDefault = vi.fn()
  other.window.webContents.emit('will-navigate', { preventDefault })
  const [[openWindow] = []] = other.window.webContents.setWindowOpenHandler.mock.calls
  expect([preventDefault.mock.calls.length, (openWindow as () => unknown)()]).toEqual([1, { action: 'deny' }])
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
