import path from 'node:path'
import { savedName } from '../saved-name.ts'
import type { Choice } from '../../shared/desktop-bridge.ts'
import { mediaExtensions } from '../../shared/project/item-kind.ts'
import { copyExtension } from '../../shared/project/project-copy.ts'
import type { OpenDialog, SaveDialog } from './native-options.ts'
import { dialogWords } from './wording.ts'

const everything = { name: dialogWords.everything, extensions: ['*'] }

/** The dialog that asks for what is to be handed in. */
export const openDialogs: Readonly<Record<Choice, OpenDialog>> = {
  folders: {
    ...dialogWords.folders,
    properties: ['openDirectory', 'multiSelections'],
  },
  files: {
    ...dialogWords.files,
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: dialogWords.media, extensions: [...mediaExtensions] }, everything],
  },
  workbook: {
    ...dialogWords.workbook,
    properties: ['openFile'],
    filters: [{ name: dialogWords.workbooks, extensions: ['xlsx', 'xls', 'et', 'csv', 'docx'] }, everything],
  },
  project: {
    ...dialogWords.project,
    properties: ['openFile'],
    filters: [{ name: dialogWords.projects, extensions: [copyExtension] }, everything],
  },
}

/** The dialog that asks for another place for packages. */
export const outFolderDialog = (current: string): OpenDialog => ({
  ...dialogWords.outFolder,
  defaultPath: current,
  properties: ['openDirectory', 'createDirectory'],
})

/** The dialog that asks where to save a file; whatever the page calls it, the name is one that every system takes. */
export function saveDialog(name: string, folder: string): SaveDialog {
  const safe = savedName(name)
  const extension = path.extname(safe).slice(1)
  return {
    ...dialogWords.save,
    defaultPath: path.join(folder, safe),
    filters:
      extension === ''
        ? [everything]
        : [{ name: extension.toUpperCase(), extensions: [extension] }, everything],
  }
}
