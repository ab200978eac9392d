import { EventEmitter } from 'node:events'
import type { Ipc, SentBy } from './page-desk.ts'

/** A substitute for both ends of Electron's IPC; messages are copied as Electron copies them. */
export function ipcForTests(event: () => SentBy) {
  const toMain = new EventEmitter()
  const toPage = new EventEmitter()
  const handlers = new Map<string, Parameters<Ipc['handle']>[1]>()
  const ipc: Ipc = {
    on: (channel, listener) => toMain.on(channel, listener),
    handle: (channel, listener) => void handlers.set(channel, listener),
  }
  const later = (run: () => void) => void setImmediate(run)
  return {
    ipc,
    /** As `webContents.send`. */
    sendToPage: (channel: string, words: unknown) =>
      later(() => toPage.emit(channel, {}, structuredClone(words))),
    /** As `ipcRenderer`. */
    renderer: {
      send: (channel: string, words: unknown) =>
        later(() => toMain.emit(channel, event(), structuredClone(words))),
      invoke: async (channel: string, words?: unknown): Promise<unknown> =>
        structuredClone(await handlers.get(channel)?.(event(), structuredClone(words))),
      on: (channel: string, listener: (...words: unknown[]) => void) => toPage.on(channel, listener),
      off: (channel: string, listener: (...words: unknown[]) => void) => toPage.off(channel, listener),
    },
  }
}
