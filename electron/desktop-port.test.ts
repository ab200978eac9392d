import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { forkConformance } from '../hosting/conformance.fixture.ts'
import { startEngineProcess } from '../hosting/engine-process.ts'
import { createDesktopHost } from '../renderer/host/desktop-host.ts'
import { conformanceContract, hostConforms } from '../shared/conformance.fixture.ts'
import type { DesktopBridge } from '../shared/desktop-bridge.ts'
import { connect } from '../shared/wire.ts'
import { channels } from '../hosting/desktop/channels.ts'
import { ipcForTests } from '../hosting/desktop/ipc.fixture.ts'
import { openDesk } from '../hosting/desktop/page-desk.ts'
import { servePage } from '../hosting/desktop/page-line.ts'
import { createPageSave } from '../hosting/desktop/page-save.ts'
import { projectInbox } from '../hosting/desktop/project-files.ts'
import { countCalls } from '../hosting/desktop/running-calls.ts'

const electron = vi.hoisted(() => ({
  contextBridge: { exposeInMainWorld: vi.fn() },
  ipcRenderer: {} as Record<string, unknown>,
  webUtils: { getPathForFile: (file: { name: string }) => (file.name.startsWith('/') ? file.name : '') },
}))
vi.mock('electron', () => electron)

/** The whole way: page, preload, main process and a real engine process, with substitutes for Electron's ends. */
async function open() {
  const contents = {}
  const wires = ipcForTests(() => ({
    sender: contents,
    senderFrame: { url: 'kepuri://window/index.html', parent: null },
  }))
  Object.assign(electron.ipcRenderer, wires.renderer)
  const engineProcess = startEngineProcess(conformanceContract, {
    fork: () => forkConformance(),
    newId: randomUUID,
    onDeath: () => undefined,
  })
  const { engine, running } = countCalls(engineProcess.engine, ['work.run'])
  const pageSave = createPageSave((turn) => wires.sendToPage(channels.closing, turn), 60_000)
  const page = servePage(
    conformanceContract,
    engine,
    (reply) => wires.sendToPage(channels.reply, reply),
    () => 'ref',
  )
  const shown: unknown[] = []
  const inbox = projectInbox(engineProcess.claim, (claim) => wires.sendToPage(channels.openProject, claim))
  openDesk(wires.ipc, {
    own: () => contents,
    onRefused: () => undefined,
    services: {
      frame: page.deliver,
      claim: (paths) => paths.map(engineProcess.claim),
      choose: async () => [],
      saveAs: async () => undefined,
      outFolder: () => ({ claim: 'c', shown: '/文档/科普日报送' }),
      chooseOutFolder: async () => undefined,
      reveal: async () => true,
      exportDiagnostics: async () => 'written',
      copy: async () => undefined,
      showProgress: (progress) => void shown.push(progress),
      writeMail: async () => 'without-body',
      openDraft: async (id) => id === 'package-a-draft-0',
      hearing: inbox.hearing,
      print: async () => false,
      saved: pageSave.saved,
    },
  })
  vi.resetModules()
  await import('./preload.ts')
  const [name, bridge] = electron.contextBridge.exposeInMainWorld.mock.lastCall as [
    string,
    DesktopBridge<File>,
  ]
  const host = createDesktopHost(bridge)
  return {
    name,
    bridge,
    host,
    page,
    pageSave,
    running,
    shown,
    inbox,
    engineProcess,
    cut: () => process.kill(engineProcess.pid() ?? 0, 'SIGKILL'),
    wires,
  }
}

hostConforms('desktop', async () => {
  const { host, engineProcess, cut } = await open()
  return {
    client: connect(conformanceContract, host.port),
    // A bug is logged where it happens: in the process.
    reported: ['in the process'],
    cut: () => void cut(),
    close: () => engineProcess.close(),
  }
})

/** A drop: Node has no DataTransfer, and all that is asked of one is its files. */
const dropOf = (files: readonly { readonly name: string }[]) => ({ files }) as never

test('dropped files are handed in by the preload script: the page sees claims, never paths', async () => {
  const { name, host, engineProcess } = await open()
  expect(name).toBe('kepuri')
  // Several folders at once, of one name, and a file.
  const files = [{ name: '/照片/一.jpg' }, { name: '/照片/二' }, { name: '/视频/二' }]
  const claims = await host.claim(dropOf(files))
  expect(claims).toHaveLength(3)
  expect(JSON.stringify(claims)).not.toContain('照片')
  expect(await Promise.all(claims.map((claim) => engineProcess.locate(claim)))).toEqual(
    files.map((file) => file.name),
  )
  await engineProcess.close()
})
test('what lies on no disk is refused by its name, and nothing of the drop is taken', async () => {
  const { host, engineProcess } = await open()
  const files = [{ name: '/照片/一.jpg' }, { name: '网页上的图.jpg' }]
  await expect(host.claim(dropOf(files))).rejects.toMatchObject({
    data: { code: 'not-on-disk', names: ['网页上的图.jpg'] },
  })
  await engineProcess.close()
})
test('a page that is loaded again hears nothing of the calls of the one before, which are aborted', async () => {
  const { host, page, running, engineProcess } = await open()
  const heard: unknown[] = []
  host.port.listen((reply) => heard.push(reply))
  const before = connect(conformanceContract, host.port)
  const begun = new Promise<void>((resolve) => {
    before['work.run']({ steps: 1000, milliseconds: 20 }, { onProgress: () => resolve() }).catch(
      () => undefined,
    )
  })
  await begun
  page.renew()
  heard.length = 0
  const after = connect(conformanceContract, host.port)
  expect(await after['text.trim']({ text: ' a' })).toEqual({ text: 'a' })
  // Long before its thousand steps are done.
  await vi.waitFor(() => expect(running()).toBe(0))
  expect(await after['work.taken']({})).toBeLessThan(500)
  expect(heard.filter((reply) => (reply as { type: string }).type === 'progress')).toEqual([])
  await engineProcess.close()
})
test('the page saves before its window closes, as often as it is asked', async () => {
  const { host, pageSave, engineProcess } = await open()
  const done: string[] = []
  await pageSave.save().then(() => done.push('nobody to save'))
  const leave = host.onClosing?.(async () => void done.push('saved'))
  host.onClosing?.(() => Promise.reject(new Error('disk full')))
  await pageSave.save().then(() => done.push('may close'))
  await pageSave.save().then(() => done.push('may close'))
  leave?.()
  await pageSave.save()
  expect(done).toEqual(['nobody to save', 'saved', 'may close', 'saved', 'may close'])
  await engineProcess.close()
})
test('the rest of the bridge answers as the Host says', async () => {
  const { host, engineProcess, shown } = await open()
  expect(await host.outFolder()).toEqual({ claim: 'c', shown: '/文档/科普日报送' })
  expect(await host.saveAs('清单.xlsx')).toBeUndefined()
  expect(await host.choose('files')).toEqual([])
  expect(await host.reveal('x')).toBe(true)
  expect(await host.exportDiagnostics()).toBe(true)
  expect(host.contentUrl('a/b')).toBe('kepuri://content/a%2Fb')
  await host.copy('主题')
  expect(await host.print()).toBe('cancelled')
  expect(await host.writeMail?.({ to: '1@qq.com', subject: '主题', body: '' })).toBe('without-body')
  expect(await host.openDraft?.('package-a-draft-0')).toBe(true)
  host.showProgress?.(0.5)
  host.showProgress?.(undefined)
  await vi.waitFor(() => expect(shown).toEqual([0.5, undefined]))
  await engineProcess.close()
})

test('project files from the file manager reach the page as claims, also those that came before it', async () => {
  const { host, engineProcess, inbox } = await open()
  const file = '/文档/沈阳市科协.kepuri'
  inbox.open([file])
  const heard: string[] = []
  const leave = host.onOpenProject?.((claim) => heard.push(claim))
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  expect(heard[0]).not.toContain('科协')
  expect(await engineProcess.locate(heard[0] ?? '')).toBe(file)
  // Between two views of the page nobody hears for a moment.
  leave?.()
  inbox.open([file])
  await new Promise((resolve) => setTimeout(resolve, 20))
  host.onOpenProject?.((claim) => heard.push(claim))
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  await engineProcess.close()
})
