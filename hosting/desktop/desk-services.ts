import path from 'node:path'
import { bundleName } from '../diagnostics/diagnostics-words.ts'
import { Fault } from '../../shared/faults.ts'
import { openDialogs, outFolderDialog, saveDialog } from './dialogs.ts'
import { mailAddress } from './mail-address.ts'
import type { OpenDialog, SaveDialog } from './native-options.ts'
import { isFile } from './regular-file.ts'
import type { OutFolder } from './out-folder.ts'
import type { DeskServices } from './page-desk.ts'

/** What the services use of the machine. */
export interface DeskTools {
  readonly claim: (path: string) => string
  readonly locate: (id: string) => Promise<string | undefined>
  readonly outFolder: OutFolder
  readonly showOpen: (options: OpenDialog) => Promise<{ canceled: boolean; filePaths: string[] }>
  readonly showSave: (options: SaveDialog) => Promise<{ canceled: boolean; filePath: string }>
  readonly showInFolder: (path: string) => void
  /** Opens a file in the program that the system has for it; resolves with why not, empty when it was opened. */
  readonly openFile: (path: string) => Promise<string>
  /** Opens an address in the program that the system has for it; rejects where there is none. */
  readonly openAddress: (address: string) => Promise<void>
  /** Writes the diagnostics to a path. */
  readonly diagnose: (file: string) => Promise<unknown>
  readonly now: () => Date
  /** Logs a bug and gives its reference. */
  readonly report: (error: unknown) => string
  readonly writeText: (text: string) => Promise<void>
  readonly print: () => Promise<boolean>
}

/** The engine's ids of drafts (`draftOf`). A file that somebody handed in has another, whatever it is called. */
const isDraft = (id: string, file: string | undefined): file is string =>
  /^package-.+-draft-\d+$/.test(id) && file?.toLowerCase().endsWith('.eml') === true && isFile(file)

/** What needs the line to the page, or the window itself. */
type Elsewhere = 'frame' | 'saved' | 'showProgress' | 'hearing'

/** Dialogs, the file manager, the mail program and the clipboard, as the page may use them: paths stay here, ids go there. */
export function deskServices(tools: DeskTools): Omit<DeskServices, Elsewhere> {
  const { claim, locate, outFolder, showOpen, showSave, showInFolder, writeText, print } = tools
  const { diagnose, now, report, openFile, openAddress } = tools
  return {
    claim: (paths) => paths.map(claim),
    async choose(what) {
      const { canceled, filePaths } = await showOpen(openDialogs[what])
      return canceled ? [] : filePaths.map(claim)
    },
    async saveAs(name) {
      const { canceled, filePath } = await showSave(saveDialog(name, path.dirname(outFolder.current().shown)))
      return canceled || filePath === '' ? undefined : claim(filePath)
    },
    outFolder: () => outFolder.current(),
    async chooseOutFolder() {
      const { canceled, filePaths } = await showOpen(outFolderDialog(outFolder.current().shown))
      const folder = filePaths[0]
      return canceled || folder === undefined ? undefined : outFolder.choose(folder)
    },
    async reveal(id) {
      const found = await locate(id)
      if (found !== undefined) showInFolder(found)
      return found !== undefined
    },
    async exportDiagnostics() {
      const folder = path.dirname(outFolder.current().shown)
      const { canceled, filePath } = await showSave(saveDialog(bundleName(now()), folder))
      if (canceled || filePath === '') return 'cancelled'
      try {
        await diagnose(filePath)
      } catch (error) {
        return { fault: error instanceof Fault ? error.data : { code: 'internal', reference: report(error) } }
      }
      showInFolder(filePath)
      return 'written'
    },
    copy: writeText,
    async writeMail(mail) {
      const { address, whole } = mailAddress(mail)
      try {
        await openAddress(address)
        return whole ? 'whole' : 'without-body'
      } catch (error) {
        report(error)
        return 'no-program'
      }
    },
    async openDraft(id) {
      const file = await locate(id)
      if (!isDraft(id, file)) return false
      const trouble = await openFile(file)
      if (trouble !== '') report(new Error(`a draft was not opened: ${trouble}`))
      return trouble === ''
    },
    print,
  }
}
