import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { DesktopBridge } from '../shared/desktop-bridge.ts'
import type { Reply } from '../shared/wire.ts'
import { channels } from './channels.ts'

/** What the page does before its window closes. */
const closers = new Set<() => Promise<void>>()

/** Runs sandboxed beside the page, which sees these functions and nothing else of Electron. */
const bridge: DesktopBridge<File> = {
  post: (frame) => ipcRenderer.send(channels.frame, frame),
  onReply(hear) {
    const listener = (_event: unknown, reply: Reply) => hear(reply)
    ipcRenderer.on(channels.reply, listener)
    return () => void ipcRenderer.off(channels.reply, listener)
  },
  claimFiles: (files) =>
    ipcRenderer.invoke(
      channels.claim,
      files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ''),
    ),
  choose: (what) => ipcRenderer.invoke(channels.choose, what),
  saveAs: (name) => ipcRenderer.invoke(channels.saveAs, name),
  outFolder: () => ipcRenderer.invoke(channels.outFolder),
  chooseOutFolder: () => ipcRenderer.invoke(channels.chooseOutFolder),
  reveal: (id) => ipcRenderer.invoke(channels.reveal, id),
  exportDiagnostics: () => ipcRenderer.invoke(channels.exportDiagnostics),
  copy: (text) => ipcRenderer.invoke(channels.copy, text),
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

contextBridge.exposeInMainWorld('kepuri', bridge)
