import path from 'node:path'
import type { OpenDialogOptions, SaveDialogOptions } from 'electron'
import type { Choice } from '../shared/desktop-bridge.ts'

const media = [
  'jpg',
  'jpeg',
  'png',
  'tif',
  'tiff',
  'webp',
  'bmp',
  'heic',
  'mp4',
  'mov',
  'm4v',
  'avi',
  'wmv',
  'mkv',
]
const everything = { name: '全部文件', extensions: ['*'] }

/** The dialog that asks for what is to be handed in. */
export const openDialogs: Readonly<Record<Choice, OpenDialogOptions>> = {
  folders: {
    title: '选择素材文件夹',
    buttonLabel: '选择文件夹',
    properties: ['openDirectory', 'multiSelections'],
  },
  files: {
    title: '选择素材文件',
    buttonLabel: '选择',
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: '图片和视频', extensions: media }, everything],
  },
  workbook: {
    title: '选择填好的表格',
    buttonLabel: '选择',
    properties: ['openFile'],
    filters: [{ name: '表格', extensions: ['xlsx', 'xls', 'et', 'csv', 'docx'] }, everything],
  },
}

/** The dialog that asks for another place for packages. */
export const outFolderDialog = (current: string): OpenDialogOptions => ({
  title: '选择打包结果的保存位置',
  buttonLabel: '保存到这里',
  defaultPath: current,
  properties: ['openDirectory', 'createDirectory'],
})

/** The dialog that asks where to save a file; whatever the page calls it, the name is one that Windows takes. */
export function saveDialog(name: string, folder: string): SaveDialogOptions {
  const safe = safeName(name)
  const extension = path.extname(safe).slice(1)
  return {
    title: '另存为',
    buttonLabel: '保存',
    defaultPath: path.join(folder, safe),
    filters:
      extension === ''
        ? [everything]
        : [{ name: extension.toUpperCase(), extensions: [extension] }, everything],
  }
}

const safeName = (name: string): string => {
  const base = name.replaceAll(/[\u0000-\u001f<>:"/\\|?*]/g, '_').replace(/^\.+|[. ]+$/g, '')
  return base === '' ? '科普日报送' : base
}
