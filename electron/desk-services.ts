import type {
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron'
import path from 'node:path'
import { bundleName } from '../hosting/diagnostics/diagnostics-words.ts'
import { Fault } from '../shared/faults.ts'
import { openDialogs, outFolderDialog, saveDialog } from './dialogs.ts'
import type { OutFolder } from './out-folder.ts'
import type { DeskServices } from './page-desk.ts'

/** What the services use of the machine. */
export interface DeskTools {
  readonly claim: (path: string) => string
  readonly locate: (id: string) => Promise<string | undefined>
  readonly outFolder: OutFolder
  readonly showOpen: (options: OpenDialogOptions) => Promise<OpenDialogReturnValue>
  readonly showSave: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>
  readonly showInFolder: (path: string) => void
  /** Writes the diagnostics to a path. */
  readonly diagnose: (file: string) => Promise<unknown>
  readonly now: () => Date
  /** Logs a bug and gives its reference. */
  readonly report: (error: unknown) => string
  readonly writeText: (text: string) => Promise<void>
  readonly print: () => Promise<boolean>
}

/** Dialogs, the file manager and the clipboard, as the page may use them: paths stay here, ids go there. */
export function deskServices(tools: DeskTools): Omit<DeskServices, 'frame' | 'saved'> {
  const { claim, locate, outFolder, showOpen, showSave, showInFolder, writeText, print } = tools
  const { diagnose, now, report } = tools
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
    print,
  }
}
