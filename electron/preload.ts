import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { channels } from '../hosting/desktop/channels.ts'
import type { DesktopBridge } from '../shared/desktop-bridge.ts'
import type { Reply } from '../shared/wire.ts'

/** What the page does before its window closes. */
const closers = new Set<() => Promise<void>>()
/** Who hears of project files, and those that came while nobody did. */
const openers = new Set<(claim: string) => void>()
const unheard: string[] = []

/**
 * Runs sandboxed beside the page, which sees these functions and nothing else of Electron. May not: hand the page a path,
 * a channel of its choice or anything of `ipcRenderer` itself; decide anything that the main process does not check.
 */
const bridge: DesktopBridge<File> = {
  post: (frame) => ipcRenderer.send(channels.frame, frame),
  onReply(hear) {
    const listener = (_event: unknown, reply: Reply) => hear(reply)
    ipcRenderer.on(channels.reply, listener)
    return () => void ipcRenderer.off(channels.reply, listener)
  },
  async claimFiles(files) {
    // Read at once: a file that was dropped is not known for long.
    const paths = files.map((file) => webUtils.getPathForFile(file))
    const asked = paths.filter((path) => path !== '')
    const claims = (await ipcRenderer.invoke(channels.claim, asked)) as readonly string[]
    return paths.map((path) => (path === '' ? undefined : claims[asked.indexOf(path)]))
  },
  choose: (what) => ipcRenderer.invoke(channels.choose, what),
  saveAs: (name) => ipcRenderer.invoke(channels.saveAs, name),
  outFolder: () => ipcRenderer.invoke(channels.outFolder),
  chooseOutFolder: () => ipcRenderer.invoke(channels.chooseOutFolder),
  reveal: (id) => ipcRenderer.invoke(channels.reveal, id),
  exportDiagnostics: () => ipcRenderer.invoke(channels.exportDiagnostics),
  copy: (text) => ipcRenderer.invoke(channels.copy, text),
  showProgress: (progress) => ipcRenderer.send(channels.progress, progress),
  writeMail: (mail) => ipcRenderer.invoke(channels.writeMail, mail),
  openDraft: (id) => ipcRenderer.invoke(channels.openDraft, id),
  onOpenProject(hear) {
    openers.add(hear)
    ipcRenderer.send(channels.hearing)
    unheard.splice(0).forEach(hear)
    return () => void openers.delete(hear)
  },
  print: () => ipcRenderer.invoke(channels.print),
  onClosing(save) {
    closers.add(save)
    return () => void closers.delete(save)
  },
}

ipcRenderer.on(channels.closing, (_event, turn: number) => {
  // One that fails is answered as well: the page objects itself to being left.
  const saving = [...closers].map(async (save) => save())
  void Promise.allSettled(saving).then(() => ipcRenderer.invoke(channels.saved, turn))
})

ipcRenderer.on(channels.openProject, (_event, claim: string) => {
  if (openers.size === 0) unheard.push(claim)
  openers.forEach((hear) => hear(claim))
})

contextBridge.exposeInMainWorld('kepuri', bridge)
