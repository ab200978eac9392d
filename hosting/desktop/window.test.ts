import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { conformanceContract, conformanceEngine } from '../../shared/conformance.fixture.ts'
import { guardClose } from './close-guard.ts'
import { jsonFile } from './json-file.ts'
import { createOutFolder, Settings } from './out-folder.ts'
import { createPageSave } from './page-save.ts'
import { projectFilesIn, projectInbox } from './project-files.ts'
import { countCalls } from './running-calls.ts'
import { becomeOnlyInstance } from './single-instance.ts'
import { placeWindow, WindowState } from './window-state.ts'
import { questions } from './wording.ts'

const root = mkdtempSync(path.join(tmpdir(), 'kepuri-window-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const place = path.join(root, 'window.json')

describe('where the window opens', () => {
  const desk = { x: 0, y: 0, width: 1920, height: 1040 }
  const second = { x: 1920, y: -200, width: 2560, height: 1400 }
  const was = { x: 2000, y: 0, width: 1400, height: 900, maximised: false }
  test('is where it was', () => expect(placeWindow(was, [desk, second])).toMatchObject(was))
  test('is centred on the first display at first, and when its own was taken away', () => {
    expect(placeWindow(undefined, [desk])).toEqual({
      width: 1360,
      height: 860,
      minWidth: 1100,
      minHeight: 680,
      maximised: false,
    })
    expect(placeWindow(was, [desk])).not.toHaveProperty('x')
  })
  test('is pulled in where it hangs over the edge', () =>
    expect(placeWindow({ ...was, x: 1500, y: 800 }, [desk])).toMatchObject({ x: 520, y: 140 }))
  test('fits on a display smaller than its least size', () => {
    const small = { x: 0, y: 0, width: 911, height: 480 }
    const placed = placeWindow({ ...was, x: 0, y: 0, maximised: true }, [small])
    expect(placed).toEqual({
      x: 0,
      y: 0,
      width: 911,
      height: 480,
      minWidth: 911,
      minHeight: 480,
      maximised: true,
    })
  })
  test.each(['', '{', '[]', '{"x":0}', '{"x":0,"y":0,"width":-1,"height":3,"maximised":false}', '{"x":"0"}'])(
    'is forgotten when the file says %j',
    (text) => {
      writeFileSync(place, text)
      expect(jsonFile(place, WindowState).read()).toBeUndefined()
    },
  )
  test('is kept in a file, and a folder that cannot be written costs nothing else', () => {
    const file = jsonFile(path.join(root, 'deep', 'window.json'), WindowState)
    expect([file.write(was), file.read()]).toEqual([true, was])
    expect(readdirSync(path.join(root, 'deep'))).toEqual(['window.json'])
    expect(jsonFile(path.join(place, 'x.json'), WindowState).write(was)).toBe(false)
  })
})

describe('the out folder', () => {
  const open = (remembered?: string) => {
    const settings = jsonFile(path.join(root, 'settings.json'), Settings)
    settings.write(remembered === undefined ? {} : { outFolder: remembered })
    let last = 0
    return createOutFolder(settings, path.join(root, '文档'), () => `claim-${++last}`)
  }
  test('is 文档/科普日报送 unless another was chosen, and is handed in once', () => {
    const folder = open()
    expect(folder.current()).toEqual({ claim: 'claim-1', shown: path.join(root, '文档', '科普日报送') })
    expect(folder.current().claim).toBe('claim-1')
    expect(folder.choose(root)).toEqual({ claim: 'claim-2', shown: root })
    expect(folder.current()).toEqual({ claim: 'claim-2', shown: root })
  })
  test('is the usual one again when the stick with the chosen one is gone', () =>
    expect(open(path.join(root, 'stick', 'gone')).current().shown).toContain('科普日报送'))
  test('is never a relative path, whatever the file says', () =>
    expect(open('somewhere').current().shown).toContain('科普日报送'))
})

describe('a second instance', () => {
  const project = path.join(root, '沈阳市科协.kepuri')
  const others = ['别的.txt', '文件夹.kepuri', '不在.kepuri']
  writeFileSync(project, '{}')
  writeFileSync(path.join(root, '别的.txt'), '')
  mkdirSync(path.join(root, '文件夹.kepuri'))
  type Second = (event: unknown, words: string[], folder: string, told: unknown) => void
  const app = (first: boolean) => {
    let second: Second = () => undefined
    return {
      requestSingleInstanceLock: vi.fn((_told: Record<string, string>) => first),
      on: (_event: 'second-instance', listener: Second) => (second = listener),
      quit: vi.fn(),
      start: (told: unknown = {}) => second({}, ['kepuri', project], root, told),
    }
  }
  const nobody = { window: () => undefined, files: [], open: () => undefined }
  test('hands its project files to the first, and quits', () => {
    const one = app(false)
    expect(becomeOnlyInstance(one, { ...nobody, files: [project] })).toBe(false)
    expect(one.quit).toHaveBeenCalledOnce()
    const [told] = one.requestSingleInstanceLock.mock.calls[0] ?? []
    const opened: string[] = []
    const other = app(true)
    becomeOnlyInstance(other, { ...nobody, open: (files) => opened.push(...files) })
    other.start(told)
    expect(opened).toEqual([project])
  })
  test('brings the window of the first to the front', () => {
    const one = app(true)
    const window = { isMinimized: () => true, restore: vi.fn(), show: vi.fn(), focus: vi.fn() }
    let shown: typeof window | undefined
    expect(becomeOnlyInstance(one, { ...nobody, window: () => shown })).toBe(true)
    one.start()
    shown = window
    one.start()
    expect([window.restore, window.show, window.focus].map(({ mock }) => mock.calls.length)).toEqual([
      1, 1, 1,
    ])
  })
  test.each([
    undefined,
    null,
    'x',
    {},
    { files: 'x' },
    { files: '{}' },
    { files: '[3]' },
    { files: '[""]' },
    { files: JSON.stringify(['/etc/passwd', '--x.kepuri', `${project}\0.kepuri`, ...others]) },
  ])('opens nothing that is no project file: %j', (told) => {
    const one = app(true)
    const opened: string[] = []
    becomeOnlyInstance(one, { ...nobody, open: (files) => opened.push(...files) })
    one.start(told)
    expect(opened).toEqual([])
  })
  test('finds the project files among the words of a start', () => {
    const words = [
      '/opt/KepuriPackager',
      '.',
      '--flag=x.kepuri',
      '沈阳市科协.kepuri',
      project.toUpperCase(),
      ...others,
    ]
    expect(projectFilesIn(words, root)).toEqual([project])
    const link = path.join(root, '链接.kepuri')
    symlinkSync('/etc/passwd', link)
    expect(projectFilesIn([link], root)).toEqual([])
  })
  test('keeps project files until a page hears of them, and after a reload until the next does', () => {
    const sent: string[] = []
    const inbox = projectInbox(
      (file) => `claim of ${file}`,
      (claim) => sent.push(claim),
    )
    inbox.open(['一'])
    expect(sent).toEqual([])
    inbox.hearing()
    inbox.open(['二'])
    inbox.gone()
    inbox.open(['三'])
    expect(sent).toEqual(['claim of 一', 'claim of 二'])
    inbox.hearing()
    inbox.hearing()
    expect(sent).toEqual(['claim of 一', 'claim of 二', 'claim of 三'])
  })
})

describe('closing', () => {
  type Listener = (event: { preventDefault(): void }) => void
  /** A window with a page that objects to being left or not, as Electron closes it. */
  function open({ busy = false, objects = false, yes = true } = {}) {
    const done: string[] = []
    const asked: (string | undefined)[] = []
    let onClose: Listener = () => undefined
    let onObjection: Listener = () => undefined
    let gate: Promise<void> = Promise.resolve()
    const happen = (listener: Listener): boolean => {
      let prevented = false
      listener({ preventDefault: () => (prevented = true) })
      return prevented
    }
    const close = () => {
      if (happen(onClose)) return
      if (!objects || happen(onObjection)) done.push('closed')
    }
    const window = {
      on: (_name: 'close', listener: Listener) => (onClose = listener),
      close,
      destroy: () => done.push('destroyed'),
      webContents: { on: (_name: 'will-prevent-unload', listener: Listener) => (onObjection = listener) },
    }
    const answer = <T>(as: T, question: { message: string }) => (asked.push(question.message), as)
    guardClose(window, {
      busy: () => busy,
      save: async () => {
        await gate
        done.push('saved')
      },
      ask: async (question) => answer(yes, question),
      askAtOnce: (question) => answer(yes, question),
    })
    return {
      done,
      asked,
      close,
      hold(until: Promise<void>) {
        gate = until
      },
      reload: () => happen(onObjection),
      settled: () => new Promise<void>((resolve) => void setImmediate(resolve)),
    }
  }
  const { packing, unsaved, unsavedAtReload } = questions

  test('waits until the page has saved, and asks nothing then', async () => {
    let release = (): void => undefined
    const { close, hold, done, asked, settled } = open()
    hold(new Promise((resolve) => (release = resolve)))
    close()
    close()
    await settled()
    expect(done).toEqual([])
    release()
    await settled()
    expect([done, asked]).toEqual([['saved', 'closed'], []])
  })
  test('asks while a package is being written, and saves before it goes', async () => {
    const { close, done, asked, settled } = open({ busy: true })
    close()
    close()
    await settled()
    expect([done, asked]).toEqual([['saved', 'closed'], [packing.message]])
  })
  test('stays for the package where the clerk says so, and asks again the next time', async () => {
    const { close, done, asked, settled } = open({ busy: true, yes: false })
    for (const _ of [1, 2]) {
      close()
      await settled()
    }
    expect([done, asked]).toEqual([[], [packing.message, packing.message]])
  })
  test.each([
    [true, ['saved', 'destroyed']],
    [false, ['saved', 'saved']],
  ])('asks where the page objects, for what could not be saved (%j)', async (yes, ends) => {
    const { close, done, asked, settled } = open({ objects: true, yes })
    close()
    await settled()
    if (!yes) close()
    await settled()
    expect([done, new Set(asked)]).toEqual([ends, new Set([unsaved.message])])
  })
  test.each([true, false])('is not what a page asks for that loads itself again (%j)', (yes) => {
    const { reload, done, asked } = open({ objects: true, yes })
    expect([reload(), done, asked]).toEqual([yes, [], [unsavedAtReload.message]])
  })
  test('says nothing of what is saved that might not be', () => {
    for (const { message, detail, buttons } of Object.values(questions)) {
      expect(`${message}${detail}`).not.toContain('已保存')
      expect([message, detail, ...(buttons ?? [])].every((text) => /[一-鿿]/.test(text ?? ''))).toBe(true)
    }
  })
  test('does not wait for ever for a page that does not answer, nor take an old answer for a new one', async () => {
    vi.useFakeTimers()
    const turns: number[] = []
    const { save, saved } = createPageSave((turn) => turns.push(turn))
    let ended = 0
    void save().then(() => (ended += 1))
    await vi.advanceTimersByTimeAsync(3000)
    expect(ended).toBe(1)
    void save().then(() => (ended += 1))
    saved(turns[0] ?? 0)
    await vi.advanceTimersByTimeAsync(0)
    expect(ended).toBe(1)
    saved(turns[1] ?? 0)
    await vi.advanceTimersByTimeAsync(0)
    expect([ended, vi.getTimerCount()]).toEqual([2, 0])
    vi.useRealTimers()
  })
})

test('calls under way are counted, also when they fail', async () => {
  let end = (_error: unknown): void => undefined
  const work = () => new Promise<never>((_resolve, reject) => (end = reject))
  const { engine, running } = countCalls<typeof conformanceContract>(
    { ...conformanceEngine(), 'work.fail': work },
    ['work.fail'],
  )
  const call = { signal: new AbortController().signal, progress: (_step: never) => undefined }
  const failing = engine['work.fail']({ how: 'bug' }, call)
  expect(running()).toBe(1)
  expect(await engine['text.trim']({ text: ' a' }, call)).toEqual({ text: 'a' })
  end(new Error('x'))
  await expect(failing).rejects.toThrow('x')
  expect(running()).toBe(0)
})
