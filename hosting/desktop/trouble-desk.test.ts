import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { StartTrouble } from '../../shared/start-trouble.ts'
import type { MessageBox } from './native-options.ts'
import { openTroubleDesk } from './trouble-desk.ts'

const page = 'kepuri://window/index.html'
const trouble = 'kepuri://trouble/'
const noVideo: StartTrouble = { code: 'ffprobe-missing' }
const noWindow: StartTrouble = { code: 'installation-damaged', part: 'window', path: 'index.html' }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A window that shows what it is told to; `answers` are the buttons that the clerk presses, by what they say. */
function open({ troubles = [] as readonly StartTrouble[], answers = [] as string[] } = {}) {
  const loaded: string[] = []
  const boxes: MessageBox[] = []
  const logged: string[] = []
  const machine = { troubles }
  const contents = Object.assign(new EventEmitter(), {
    getURL: () => loaded.at(-1) ?? '',
    forcefullyCrashRenderer: vi.fn(() => contents.emit('render-process-gone', {}, { reason: 'crashed' })),
  })
  const quit = vi.fn()
  const exportDiagnostics = vi.fn(async () => 'written' as const)
  const desk = openTroubleDesk({
    window: {
      webContents: contents,
      loadURL: async (address) => void loaded.push(address),
      isDestroyed: () => false,
    },
    check: () => machine.troubles,
    ask: async (box, signal) => {
      boxes.push(box)
      const answer = answers.shift()
      if (answer !== undefined) return box.buttons.indexOf(answer)
      // Closed by its signal, as Electron closes it, or left open.
      return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(0)))
    },
    exportDiagnostics,
    quit,
    report: (error) => `ref-${logged.push(String(error))}`,
  })
  desk.start()
  const crash = (reason = 'crashed') => contents.emit('render-process-gone', {}, { reason })
  const click = (act: string) => contents.emit('will-navigate', { url: trouble + act })
  const settle = () => vi.advanceTimersByTimeAsync(0)
  return { desk, loaded, boxes, logged, contents, quit, exportDiagnostics, machine, crash, click, settle }
}

describe('a page that is there', () => {
  test('is loaded at once where nothing is wrong', () => {
    const { desk, loaded } = open()
    expect([loaded, desk.shown(), desk.content()]).toEqual([[page], false, undefined])
  })
  test('that crashes is loaded again, but not for ever: another page says so, with what the log has it under', () => {
    const { desk, loaded, logged, crash } = open()
    for (let time = 0; time < 4; time += 1) crash()
    expect(loaded).toEqual([page, page, page, page, trouble])
    expect(desk.shown()).toBe(true)
    expect(desk.content()?.html).toMatch(/窗口出错了.*重新打开.*导出诊断信息.*编号 ref-4/s)
    expect(logged.at(-1)).toContain('crashed')
  })
  test('that crashes now and then is loaded again each time', () => {
    const { loaded, crash } = open()
    for (let time = 0; time < 8; time += 1) {
      crash()
      vi.advanceTimersByTime(4 * 60_000)
    }
    expect(new Set(loaded)).toEqual(new Set([page]))
  })
  test('that ends as it should is no crash', () => {
    const { desk, loaded, crash } = open()
    crash('clean-exit')
    desk.end()
    crash('killed')
    expect(loaded).toEqual([page])
  })
  test.each([
    ['did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', page, true],
    ['preload-error', {}, 'preload.cjs', new Error('cannot be read')],
  ])('that cannot be loaded is told: %s', (event, ...words) => {
    const { desk, loaded, contents } = open()
    contents.emit(event, ...words)
    expect(loaded).toEqual([page, trouble])
    expect(desk.content()?.html).toContain('没有打开')
  })
  test.each([
    ['a picture in it', [{}, -6, 'ERR_FILE_NOT_FOUND', 'kepuri://content/x', false]],
    ['a load that another replaced', [{}, -3, 'ERR_ABORTED', page, true]],
  ])('is not taken for one that failed by %s', (_, words) => {
    const { loaded, contents } = open()
    contents.emit('did-fail-load', ...words)
    expect(loaded).toEqual([page])
  })
  test('that says nothing is not looked at for ever', () => {
    const { loaded, contents } = open()
    contents.emit('did-finish-load')
    vi.advanceTimersByTime(19_000)
    expect(loaded).toEqual([page])
    vi.advanceTimersByTime(2000)
    expect(loaded).toEqual([page, trouble])
  })
  test('is left alone once it has spoken, be it before or after it was loaded', () => {
    const one = open()
    one.desk.heard()
    one.contents.emit('did-finish-load')
    const other = open()
    other.contents.emit('did-finish-load')
    other.desk.heard()
    vi.advanceTimersByTime(60_000)
    expect([one.loaded, other.loaded]).toEqual([[page], [page]])
  })
  test('that is loaded again must speak again', () => {
    const { desk, loaded, contents } = open()
    desk.heard()
    contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
    contents.emit('did-finish-load')
    vi.advanceTimersByTime(21_000)
    expect(loaded).toEqual([page, trouble])
  })
})

describe('a page that does not answer', () => {
  test('is ended and loaded again when the clerk says so', async () => {
    const { loaded, boxes, contents, settle } = open({ answers: ['重新打开窗口'] })
    contents.emit('unresponsive')
    contents.emit('unresponsive')
    await settle()
    expect(boxes.map(({ message }) => message)).toEqual(['窗口没有反应'])
    expect(loaded).toEqual([page, page])
  })
  test('is waited for', async () => {
    const { loaded, contents, settle } = open({ answers: ['再等一等'] })
    contents.emit('unresponsive')
    await settle()
    expect([loaded, contents.forcefullyCrashRenderer.mock.calls]).toEqual([[page], []])
  })
  test('takes the question away by answering', async () => {
    const { boxes, contents, settle } = open()
    contents.emit('unresponsive')
    contents.emit('responsive')
    await settle()
    expect(contents.forcefullyCrashRenderer).not.toHaveBeenCalled()
    contents.emit('unresponsive')
    expect(boxes).toHaveLength(2)
  })
})

describe('the page in its place', () => {
  const broken = () => {
    const all = open()
    for (let time = 0; time < 4; time += 1) all.crash()
    return all
  }
  test('opens the window again, exports the diagnostics and quits', async () => {
    const { desk, loaded, quit, exportDiagnostics, click, settle } = broken()
    click('diagnostics')
    click('quit')
    await settle()
    expect([exportDiagnostics.mock.calls.length, quit.mock.calls.length]).toEqual([1, 1])
    click('reopen')
    expect([loaded.at(-1), desk.shown()]).toEqual([page, false])
  })
  test('says why the diagnostics were not written', async () => {
    const { boxes, exportDiagnostics, click, settle } = broken()
    exportDiagnostics.mockResolvedValueOnce({ fault: { code: 'disk-full', path: '/桌面' } } as never)
    click('diagnostics')
    await settle()
    expect(boxes[0]?.message).toBe('诊断信息没有存上')
    expect(boxes[0]?.detail).toContain('/桌面')
  })
  test.each(['https://example.com/', 'kepuri://trouble/delete', `${trouble}quit?x`, 'kepuri://window/quit'])(
    'does nothing for %s',
    async (url) => {
      const { quit, loaded, contents, settle } = broken()
      const before = loaded.length
      contents.emit('will-navigate', { url })
      await settle()
      expect([quit.mock.calls.length, loaded.length]).toEqual([0, before])
    },
  )
  test('is the only one with buttons: the window’s own page cannot press them', async () => {
    const { quit, contents, settle } = open()
    contents.emit('will-navigate', { url: `${trouble}quit` })
    await settle()
    expect(quit).not.toHaveBeenCalled()
  })
  test('that crashes as well is told in a dialog of the system’s, again with a way out', async () => {
    const { boxes, loaded, crash, settle } = broken()
    crash()
    await settle()
    expect(boxes[0]).toMatchObject({ message: '窗口出错了', buttons: ['重新打开', '导出诊断信息', '退出'] })
    expect(boxes[0]?.detail).toContain('编号 ref-5')
    expect(loaded.at(-1)).toBe(trouble)
  })
})

describe('what is wrong with the machine', () => {
  test('is told before the window opens, and can be put aside where work is possible', async () => {
    const { desk, loaded, logged, click, settle } = open({ troubles: [noVideo] })
    expect(loaded).toEqual([trouble])
    expect(desk.content()?.html).toMatch(/视频暂时检测不了.*再试一次.*先不管，继续打开/s)
    expect(logged[0]).toContain('ffprobe-missing')
    click('reopen')
    await settle()
    expect(loaded).toEqual([trouble, page])
  })
  test('cannot be put aside where there is nothing to open', () => {
    const { desk } = open({ troubles: [noVideo, noWindow] })
    expect(desk.content()?.html).toContain('现在用不了')
    expect(desk.content()?.html).not.toContain('继续打开')
  })
  test('is looked at again when the clerk has mended it', () => {
    const { loaded, machine, click } = open({ troubles: [noWindow] })
    click('recheck')
    expect(loaded).toEqual([trouble, trouble])
    machine.troubles = []
    click('recheck')
    expect(loaded).toEqual([trouble, trouble, page])
  })
  test('that is found out later is told over the page, which stays', async () => {
    const { desk, boxes, loaded, exportDiagnostics, settle } = open({ answers: ['导出诊断信息', '知道了'] })
    desk.tell([noVideo])
    await settle()
    expect(boxes.map(({ message }) => message)).toEqual(['视频暂时检测不了', '视频暂时检测不了'])
    expect(boxes[0]?.detail).toMatch(/ffprobe.*照片、表格和打包不受影响.*360.*编号 ref-1/s)
    expect([exportDiagnostics.mock.calls.length, loaded]).toEqual([1, [page]])
  })
  test('is an engine that dies again and again, which is told once; one that dies now and then is not', async () => {
    const { desk, boxes, settle } = open({ answers: ['知道了'] })
    for (let time = 0; time < 8; time += 1) {
      desk.engineDied()
      vi.advanceTimersByTime(30_000)
    }
    await settle()
    expect(boxes).toEqual([])
    for (let time = 0; time < 8; time += 1) desk.engineDied()
    await settle()
    expect(boxes.map(({ message }) => message)).toEqual(['负责检测和打包的部分启动不了'])
  })
})
