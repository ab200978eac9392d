import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { questions } from '../hosting/desktop/wording.ts'
import { hostPrints } from '../hosting/engine-program.ts'
import { desktopForTests } from './started-desktop.fixture.ts'

const { root, out, data, logged, start } = desktopForTests()

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
test('a page that crashes is loaded again, but not for ever: another page says so in its place', async () => {
  const { ask, window } = await start()
  expect((await ask('kepuri://trouble/'))?.status).toBe(404)
  for (let time = 0; time < 4; time++)
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
  expect(window.loadURL.mock.calls.map(([address]) => address)).toEqual([
    ...Array<string>(4).fill('kepuri://window/index.html'),
    'kepuri://trouble/',
  ])
  const html = await (await ask('kepuri://trouble/'))?.text()
  const reference = /编号 (\w+)/.exec(html ?? '')?.[1] ?? ''
  expect(reference).toMatch(/^[0-9a-f]{8}$/)
  expect(logged()).toContain(reference)
  window.webContents.emit('will-navigate', { preventDefault: vi.fn(), url: 'kepuri://trouble/reopen' })
  await vi.waitFor(() => expect(window.loadURL).toHaveBeenLastCalledWith('kepuri://window/index.html'))
})
test('the page comes with its policy', async () => {
  const { ask } = await start()
  const answer = await ask('kepuri://window/index.html')
  expect(answer?.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
})
test('an engine that dies is started again, and the calls of the page go to the new one', async () => {
  const { child, electron, say, window } = await start()
  child.emit('message', { type: 'ready' })
  say('kepuri:frame', { type: 'call', id: 1, name: 'notice.list', input: {} })
  expect(electron.utilityProcess.fork).toHaveBeenCalledTimes(1)
  child.emit('exit', 11)
  await vi.waitFor(() =>
    expect(window.webContents.send).toHaveBeenCalledWith(
      'kepuri:reply',
      expect.objectContaining({ id: 1, type: 'failed', fault: { code: 'engine-gone' } }),
    ),
  )
  await vi.waitFor(() => expect(electron.utilityProcess.fork).toHaveBeenCalledTimes(2))
  child.emit('message', { type: 'ready' })
  say('kepuri:frame', { type: 'call', id: 2, name: 'notice.list', input: {} })
  expect(child.postMessage).toHaveBeenLastCalledWith({
    type: 'frame',
    frame: expect.objectContaining({ type: 'call', name: 'notice.list' }) as unknown,
  })
  expect(logged()).toContain('engine-died')
})
test('quitting while a package is written is asked about, and staying stays', async () => {
  const { window, dialog, child, say, order } = await start()
  child.emit('message', { type: 'ready' })
  const input = { project: 'p', task: 'media', out: 'o', seen: [] }
  say('kepuri:frame', { type: 'call', id: 1, name: 'project.build', input })
  await vi.waitFor(() =>
    expect(child.postMessage).toHaveBeenCalledWith(
      expect.objectContaining({ frame: expect.objectContaining({ name: 'project.build' }) as unknown }),
    ),
  )
  window.emit('close', { preventDefault: vi.fn() })
  await vi.waitFor(() => expect(dialog.showMessageBox).toHaveBeenCalledWith(window, questions.packing))
  await new Promise(setImmediate)
  expect([order.includes('close'), order.includes('destroy')]).toEqual([false, false])
})
test('packing is on the taskbar, and its end calls a clerk who looks elsewhere', async () => {
  const { window, child, say } = await start()
  child.emit('message', { type: 'ready' })
  say('kepuri:progress', 0.25)
  expect(window.setProgressBar).toHaveBeenLastCalledWith(0.25, { mode: 'normal' })
  const input = { project: 'p', task: 'media', out: 'o', seen: [] }
  say('kepuri:frame', { type: 'call', id: 1, name: 'project.build', input })
  const asked = await vi.waitFor(() => {
    const [message] = child.postMessage.mock.lastCall as [{ frame: { id: number } }]
    expect(message.frame).toMatchObject({ name: 'project.build' })
    return message.frame.id
  })
  expect(window.flashFrame).not.toHaveBeenCalled()
  const fault = { code: 'cancelled' }
  child.emit('message', { type: 'frame', frame: { type: 'failed', id: asked, fault } })
  await vi.waitFor(() => expect(window.flashFrame).toHaveBeenLastCalledWith(true))
})
test('the mail program is opened with a mail and nothing else', async () => {
  const { say, shell } = await start()
  const mail = { to: '384425222@qq.com', subject: '科普日', body: '' }
  expect(await say('kepuri:write-mail', mail)).toBe('whole')
  expect(shell.openExternal.mock.calls).toEqual([
    ['mailto:384425222@qq.com?subject=%E7%A7%91%E6%99%AE%E6%97%A5'],
  ])
  await expect(
    say('kepuri:write-mail', { ...mail, to: 'file:///C:/Windows/System32/calc.exe' }),
  ).rejects.toThrow('refused')
  expect(shell.openExternal).toHaveBeenCalledOnce()
})
test('a package is shown selected in its folder', async () => {
  const { say, shell, child } = await start()
  child.emit('message', { type: 'ready' })
  const shown = say('kepuri:reveal', 'package-1-0') as Promise<boolean>
  await vi.waitFor(() =>
    expect(child.postMessage).toHaveBeenLastCalledWith(expect.objectContaining({ type: 'locate' })),
  )
  const [{ question }] = child.postMessage.mock.lastCall as [{ question: number }]
  child.emit('message', { type: 'located', question, path: '/输出/包.zip' })
  expect(await shown).toBe(true)
  expect(shell.showItemInFolder).toHaveBeenCalledWith('/输出/包.zip')
})
test('a data folder that cannot be written is told before the window opens, which can be opened all the same', async () => {
  vi.stubEnv('KEPURI_DATA_DIR', path.join(out, 'window', 'index.html', 'data'))
  const { window, ask } = await start()
  vi.stubEnv('KEPURI_DATA_DIR', data)
  expect(window.loadURL.mock.calls).toEqual([['kepuri://trouble/']])
  const html = await (await ask('kepuri://trouble/'))?.text()
  expect(html).toMatch(/填写的内容存不上.*index\.html.*先不管，继续打开/s)
  expect(html).toContain('日志也写不了')
  expect(html).not.toContain('编号')
})
test('what the engine’s programs lack is told over the window, once', async () => {
  const { dialog, child } = await start()
  const news = { type: 'troubles', troubles: [{ code: 'ffprobe-missing' }] }
  child.emit('message', { type: 'ready' })
  child.emit('message', news)
  child.emit('message', news)
  await vi.waitFor(() =>
    expect(dialog.showMessageBox).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ message: '视频暂时检测不了' }),
    ),
  )
  expect(dialog.showMessageBox).toHaveBeenCalledOnce()
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
