import { programName } from '../../shared/wording/program-name.ts'
import { isFatal, type StartTrouble } from '../../shared/start-trouble.ts'
import { startTroubleSentences } from '../../shared/wording/start-trouble-sentences.ts'
import type { MessageBox } from './native-options.ts'
import type { PageEnd } from './page-watch.ts'
import type { TroublePage } from './trouble-page.ts'

/** The program's name, as windows and dialogs bear it. */
export const appName = programName

const question = (words: {
  readonly message: string
  readonly detail: string
  /** To stay, which is also what closing the question means; to go on all the same. */
  readonly buttons: readonly [string, string]
}): MessageBox => ({
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

const notice = (message: string, detail: string): MessageBox => ({
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

const ends: Readonly<Record<PageEnd, string>> = {
  crashed: '显示窗口内容的部分连着退出了几次。',
  unloadable: '窗口的内容没有打开，可能是程序的文件不全，或者被安全软件拦住了。',
  silent: '窗口的内容打开了，但没有显示出来。',
}
const acts = { diagnostics: ['diagnostics', '导出诊断信息'], quit: ['quit', '退出'] } as const
/** Under which the log has what is shown. */
export const referenceText = (reference: string | undefined): string =>
  reference === undefined
    ? '日志也写不了：请把这一页拍下来，发给维护人员。'
    : `编号 ${reference}。向维护人员说明问题时，请报这个编号，并附上“导出诊断信息”得到的文件。`

/** In place of a page that is not to be had. */
export const crashPage = (end: PageEnd, reference: string): TroublePage => ({
  title: '窗口出错了',
  lead: `${ends[end]}存过盘的内容没有丢，最后写的几个字可能要补。请点“重新打开”。`,
  parts: [],
  reference,
  acts: [['reopen', '重新打开'], acts.diagnostics, acts.quit],
})

/** Before the page, where the machine or the installation is not as it should be. */
export const startPage = (troubles: readonly StartTrouble[], reference: string): TroublePage => {
  const fatal = troubles.some(isFatal)
  // The log lies in the same folder.
  const isLogged = !troubles.some(({ code }) => code === 'data-unwritable')
  return {
    title: fatal ? `${appName}现在用不了` : '打开之前，请先看一看',
    lead: `发现 ${troubles.length} 个问题，请照下面说的处理。`,
    parts: troubles.map(startTroubleSentences),
    reference: isLogged ? reference : undefined,
    acts: [
      ['recheck', '再试一次'],
      ...(fatal ? [] : [['reopen', '先不管，继续打开'] as const]),
      acts.diagnostics,
      acts.quit,
    ],
  }
}

/** What was found out only after the window had opened, or where no page can be shown any more. */
export function troubleBox({ title, lead, parts, reference, acts: offered }: TroublePage): MessageBox {
  const told = parts.flatMap((part) => [part.found, ...part.advice])
  return {
    type: 'warning',
    title: appName,
    message: title,
    detail: [lead, ...told, referenceText(reference)].filter(Boolean).join('\n\n'),
    buttons: offered.map(([, text]) => text),
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }
}

/** What the engine's programs lack: the window is there, and most work can be done. */
export const lateTrouble = (trouble: StartTrouble, reference: string): TroublePage => ({
  title: startTroubleSentences(trouble).title,
  lead: '',
  parts: [startTroubleSentences(trouble)],
  reference,
  acts: [['reopen', '知道了'], acts.diagnostics],
})

/** The page takes the processor and answers nothing. */
export const unresponsive = question({
  message: '窗口没有反应',
  detail: '可能正在忙，可以再等一等。重新打开窗口，存过盘的内容不会丢，最后写的几个字可能要补。',
  buttons: ['再等一等', '重新打开窗口'],
})

/** How exporting the diagnostics from outside the page has ended. */
export const diagnosticsNotices = {
  failed: (why: string) => notice('诊断信息没有存上', why),
} as const

/** What the menu tells about the program. */
export const aboutBox = (version: string): MessageBox => ({
  type: 'info',
  title: '关于',
  message: appName,
  detail: `版本 ${version}`,
  buttons: ['好'],
  noLink: true,
})

/** Titles and buttons of the dialogs that ask for files and folders. */
export const dialogWords = {
  folders: { title: '选择素材文件夹', buttonLabel: '选择文件夹' },
  files: { title: '选择素材文件', buttonLabel: '选择' },
  workbook: { title: '选择填好的表格', buttonLabel: '选择' },
  project: { title: '打开项目文件', buttonLabel: '打开' },
  outFolder: { title: '选择打包结果的保存位置', buttonLabel: '保存到这里' },
  save: { title: '另存为', buttonLabel: '保存' },
  media: '图片和视频',
  workbooks: '表格',
  projects: '报送项目文件',
  everything: '全部文件',
} as const
