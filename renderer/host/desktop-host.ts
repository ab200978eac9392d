import type { DesktopBridge } from '../../shared/desktop-bridge.ts'
import { Fault } from '../../shared/faults.ts'
import type { Host } from './host.ts'

/** The Host of the desktop: files stay where they are, and the native side hands their paths to the engine. */
export function createDesktopHost(bridge: DesktopBridge<File>): Host {
  return {
    kind: 'desktop',
    port: { post: (frame) => bridge.post(frame), listen: (hear) => bridge.onReply(hear) },
    // Read at once: the list is empty after the drop event. A folder is a file of its own here.
    async claim(dropped) {
      const files = [...dropped.files]
      const claims = await bridge.claimFiles(files)
      const nowhere = files.filter((_, index) => claims[index] === undefined)
      if (nowhere.length > 0) throw new Fault({ code: 'not-on-disk', names: nowhere.map(({ name }) => name) })
      return claims.filter((claim) => claim !== undefined)
    },
    choose: (what) => bridge.choose(what),
    async saveAs(name) {
      const claim = await bridge.saveAs(name)
      return claim === undefined ? undefined : { claim, finish: async () => undefined }
    },
    outFolder: () => bridge.outFolder(),
    chooseOutFolder: () => bridge.chooseOutFolder(),
    reveal: (id) => bridge.reveal(id),
    download: (id) => void bridge.reveal(id),
    contentUrl: (id) => `kepuri://content/${encodeURIComponent(id)}`,
    copy: (text) => bridge.copy(text),
    async exportDiagnostics() {
      const end = await bridge.exportDiagnostics()
      if (typeof end === 'object') throw new Fault(end.fault)
      return end === 'written'
    },
    print: async () => ((await bridge.print()) ? 'printed' : 'cancelled'),
    onClosing: (save) => bridge.onClosing(save),
    showProgress: (progress) => bridge.showProgress(progress),
    writeMail: (mail) => bridge.writeMail(mail),
    openDraft: (id) => bridge.openDraft(id),
    onOpenProject: (hear) => bridge.onOpenProject(hear),
  }
}
