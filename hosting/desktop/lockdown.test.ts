import { describe, expect, test, vi } from 'vitest'
import { openDialogs, outFolderDialog, saveDialog } from './dialogs.ts'
import { isOwnAddress, shutContents, shutSession, type ShutSession } from './lockdown.ts'
import { menuTemplate } from './menu.ts'
import type { MenuEntry } from './native-options.ts'

describe('addresses', () => {
  test.each([
    'kepuri://window/index.html',
    'kepuri://content/id',
    'blob:kepuri://window/1-2',
    'data:image/png;base64,AA',
    'devtools://devtools/bundled/x.js',
  ])('of our own are loaded: %s', (address) => expect(isOwnAddress(address)).toBe(true))
  test.each([
    'https://example.com/',
    'http://127.0.0.1:1/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'kepuri://evil/',
    'kepuri://window.evil/',
    'blob:https://example.com/1',
    'chrome://settings',
    'about:blank',
    '',
  ])('of others are not: %s', (address) => expect(isOwnAddress(address)).toBe(false))
})

test('the session grants nothing, downloads nothing, spells nothing, asks no proxy and loads nothing else', () => {
  const refused: string[] = []
  let request: Parameters<ShutSession['setPermissionRequestHandler']>[0] | undefined
  let before: Parameters<ShutSession['webRequest']['onBeforeRequest']>[0] | undefined
  let download: ((event: { preventDefault(): void }) => void) | undefined
  const checks: (() => boolean)[] = []
  const said: string[] = []
  shutSession(
    {
      setPermissionRequestHandler: (handler) => (request = handler),
      setPermissionCheckHandler: (handler) => checks.push(handler),
      setDevicePermissionHandler: (handler) => checks.push(handler),
      webRequest: { onBeforeRequest: (listener) => (before = listener) },
      setSpellCheckerEnabled: (on) => said.push(`spelling ${on}`),
      setSpellCheckerLanguages: (languages) => said.push(`languages ${languages.length}`),
      setSpellCheckerDictionaryDownloadURL: (address) => said.push(new URL(address).hostname),
      setProxy: async ({ mode }) => void said.push(mode),
      on: (_event, listener) => (download = listener),
    },
    (what) => refused.push(what),
  )
  expect(said).toEqual(['spelling false', 'languages 0', 'nowhere.invalid', 'direct'])
  const granted = vi.fn()
  request?.({}, 'geolocation', granted)
  expect(granted).toHaveBeenCalledWith(false)
  expect(checks.map((check) => check())).toEqual([false, false])
  const verdict = vi.fn()
  before?.({ url: 'https://example.com/' }, verdict)
  before?.({ url: 'kepuri://window/index.html' }, verdict)
  expect(verdict.mock.calls).toEqual([[{ cancel: true }], [{ cancel: false }]])
  const preventDefault = vi.fn()
  download?.({ preventDefault })
  expect(preventDefault).toHaveBeenCalledOnce()
  expect(refused).toEqual(['permission geolocation', 'request https://example.com/'])
})
test('the page goes nowhere, opens no window and holds no other page', () => {
  const policy = vi.fn()
  const listeners = new Map<string, (event: { preventDefault(): void }) => void>()
  let open: (() => { action: 'deny' }) | undefined
  shutContents(
    {
      on: (event, listener) => listeners.set(event, listener),
      setWindowOpenHandler: (handler) => (open = handler),
      setWebRTCIPHandlingPolicy: policy,
    },
    () => undefined,
  )
  const preventDefault = vi.fn()
  for (const listener of listeners.values()) listener({ preventDefault })
  expect([...listeners.keys()]).toEqual([
    'will-navigate',
    'will-frame-navigate',
    'will-redirect',
    'will-attach-webview',
  ])
  expect(preventDefault).toHaveBeenCalledTimes(4)
  expect(open?.()).toEqual({ action: 'deny' })
  expect(policy).toHaveBeenCalledWith('disable_non_proxied_udp')
})

describe('the menu', () => {
  const actions = { about: vi.fn(), openLogs: vi.fn() }
  const items = (developing: boolean) =>
    menuTemplate(actions, { developing }).flatMap(({ submenu }) => submenu as MenuEntry[])
  test('is Chinese throughout', () => {
    const labels = items(true).filter(({ type }) => type !== 'separator')
    expect(labels.filter(({ label }) => !/[一-鿿]/.test(label ?? ''))).toEqual([])
  })
  test('has tools for developers only while developing', () => {
    const roles = (developing: boolean) => items(developing).map(({ role }) => role)
    expect(roles(true)).toContain('toggleDevTools')
    expect(roles(false)).not.toContain('toggleDevTools')
    expect(roles(false)).not.toContain('reload')
  })
  test('opens the logs and tells about the program', () => {
    for (const { click } of items(false)) click?.()
    expect([actions.about, actions.openLogs].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
  })
})

describe('dialogs', () => {
  test('offer every picture and video that the rules know', () => {
    const offered = openDialogs.files.filters?.[0]?.extensions
    for (const extension of ['jpg', 'heif', 'avif', 'webm', 'mpg', 'rmvb', 'mkv'])
      expect(offered).toContain(extension)
  })
  test('have Chinese titles', () => {
    const all = [...Object.values(openDialogs), outFolderDialog('/文档'), saveDialog('清单.xlsx', '/文档')]
    expect(all.filter(({ title }) => !/[一-鿿]/.test(title ?? ''))).toEqual([])
  })
  test.each([
    ['清单.xlsx', '清单.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['a<b>:c|?.xlsx', 'a＜b＞：c｜？.xlsx'],
    ['con.XLSX', '_con.xlsx'],
    [`${'长'.repeat(300)}.xlsx`, `${'长'.repeat(66)}.xlsx`],
    ['...', '科普日报送'],
    ['名 . ', '名'],
  ])('offer %j as %j', (name, offered) =>
    expect(saveDialog(name, '/文档').defaultPath).toBe(`/文档/${offered}`),
  )
})
