import type { MessageBoxOptions } from 'electron'
import { programName } from '../shared/wording/program-name.ts'

/** The program's name, as windows and dialogs bear it. */
export const appName = programName

const question = (words: {
  readonly message: string
  readonly detail: string
  /** To stay, which is also what closing the question means; to go on all the same. */
  readonly buttons: readonly [string, string]
}): MessageBoxOptions => ({
  type: 'question',
  title: appName,
  ...words,
  buttons: [...words.buttons],
  defaultId: 0,
  cancelId: 0,
  noLink: true,
})

/** What the clerk is asked before the window closes; the second button goes on. */
export const questions = {
  packing: question({
    message: '正在打包，确定退出吗？',
    detail: '现在退出，这次打包作废，不会留下半个压缩包；填好的内容会先存盘，存不上会再问。',
    buttons: ['继续打包', '退出'],
  }),
  unsaved: question({
    message: '还有没存上的修改，确定关闭吗？',
    detail: '现在关闭，最后填写的几处会丢失。留下等一会儿，存上以后再关闭就不会问了。',
    buttons: ['留下', '仍然关闭'],
  }),
  unsavedAtReload: question({
    message: '还有没存上的修改，确定重新打开吗？',
    detail: '现在重新打开，最后填写的几处会丢失。',
    buttons: ['留下', '仍然重新打开'],
  }),
} as const

const notice = (message: string, detail: string): MessageBoxOptions => ({
  type: 'info',
  title: appName,
  message,
  detail,
  buttons: ['知道了'],
  noLink: true,
})

/** Why no window is opened. */
export const notices = {
  inBrowser: notice(
    '报送助手已经在浏览器里打开了',
    '请在浏览器里继续。要改用窗口，请先在启动它的命令行里按 Ctrl-C 结束，再打开窗口。',
  ),
  starting: notice('报送助手正在启动或关闭', '请过一会儿再打开。'),
} as const

/** Titles and buttons of the dialogs that ask for files and folders. */
export const dialogWords = {
  folders: { title: '选择素材文件夹', buttonLabel: '选择文件夹' },
  files: { title: '选择素材文件', buttonLabel: '选择' },
  workbook: { title: '选择填好的表格', buttonLabel: '选择' },
  outFolder: { title: '选择打包结果的保存位置', buttonLabel: '保存到这里' },
  save: { title: '另存为', buttonLabel: '保存' },
  media: '图片和视频',
  workbooks: '表格',
  everything: '全部文件',
} as const
