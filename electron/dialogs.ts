import path from 'node:path'
import type { OpenDialogOptions, SaveDialogOptions } from 'electron'
import { savedName } from '../hosting/saved-name.ts'
import type { Choice } from '../shared/desktop-bridge.ts'
import { mediaExtensions } from '../shared/project/item-kind.ts'
import { dialogWords } from './wording.ts'

const everything = { name: dialogWords.everything, extensions: ['*'] }

/** The dialog that asks for what is to be handed in. */
export const openDialogs: Readonly<Record<Choice, OpenDialogOptions>> = {
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
}

/** The dialog that asks for another place for packages. */
export const outFolderDialog = (current: string): OpenDialogOptions => ({
  ...dialogWords.outFolder,
  defaultPath: current,
  properties: ['openDirectory', 'createDirectory'],
})

/** The dialog that asks where to save a file; whatever the page calls it, the name is one that every system takes. */
export function saveDialog(name: string, folder: string): SaveDialogOptions {
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
