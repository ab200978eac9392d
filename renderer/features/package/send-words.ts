import type { Notice } from '../../../shared/notice/notice.ts'
import type { Statement } from '../../../shared/notice/task.ts'
import type { CapStanding } from '../../../shared/packing/caps-for.ts'
import { paperNames } from '../../../shared/paper/paper.ts'
import { grouped, namesText } from '../../../shared/wording/measures.ts'
import { limitText } from '../../../shared/wording/size-text.ts'

/** Sentences of the page from which a package is sent. */
export const words = {
  back: '返回修改',
  doneTitle: (moment: string) => `${moment} 打包完成，核对无误`,
  lookingAt: '正在看文件夹里的文件还在不在…',
  packageOf: (version: number) => `第 ${version} 次打的包`,
  figuresOfList: (planned: number, packed: number) =>
    `计划 ${grouped(planned)} 项，写入 ${grouped(packed)} 项，重新打开逐项核对 ${grouped(packed)} 项`,
  figures: (planned: number, packed: number) =>
    `计划 ${grouped(planned)} 个文件，写入 ${grouped(packed)} 个，重新打开逐个核对 ${grouped(packed)} 个`,
  sentOf: (sent: number, all: number) => `已发 ${sent}／${all}`,
  sentAll: (all: number) => `${all} 封都发了`,
  openFolder: '打开所在文件夹',
  folderAt: '文件夹在这里，复制后粘贴到“我的电脑”的地址栏里打开：',
  noneTitle: '这项任务还没有打过包',
  noneText: '照片和视频都检查好、说明都填好以后，点“一键打包”，再到这里发送。',
  noneTextOfList: '清单填好、检查没有问题以后，点“一键打包”，再到这里发送。',
  toTask: '返回填写',

  signOff: '先送审签',
  previewAndPrint: '预览和打印',
  statement: (standing: Statement['standing']) =>
    `${paperNames.statement}${standing === 'suggested' ? '（可选）' : ''}`,
  preview: '预览',

  mailOf: (number: number, total: number) => `第 ${number} 封，共 ${total} 封`,
  oneMail: '写一封邮件发出去',
  oneDisk: '拷到U盘送过去，再发一封邮件说明',
  oneMailHint: '打开邮箱，点“写信”，照下面的顺序一样一样粘贴进去。',
  copyTo: '复制收件人',
  copySubject: '复制主题',
  copyBody: '复制正文',
  attach: '添加附件',
  attachLarge: (large: string) => `添加${large}`,
  carry: '拷到U盘',
  markSent: '发出去后，点“我已发送”',
  markCarried: 'U盘送出、邮件发出后，点“我已送出”',
  aboutPart: (index: number, files: number, size: string, way: string) =>
    `第 ${index} 包，${grouped(files)} 个文件，${size}，${way}`,
  carryHint: '打开邮箱，点“写信”，照下面的顺序粘贴进去；这封邮件不加附件，只说明材料在U盘里。',
  carryFolder: (name: string) => `打开所在文件夹，把里面的“${name}”整个文件夹拷到U盘，不用压缩。`,
  carryArchive: (name: string) => `打开所在文件夹，把里面的“${name}”拷到U盘。`,
  carryCare: '拷完后在U盘上点“弹出”再拔，连同打印好的核对单一起送过去。',
  largeHow: (large: string) => `写信时点“${large}”，选这个压缩包，等它传完再发送。`,
  largeUntil: (large: string, day: string) => `${large}大约 ${day}失效，请提醒收件人在这之前下载。`,
  viaOnly: (kept: string, exceeded: string) => `请用${kept}发送；${exceeded}，装不下。`,
  capOf: (label: string, bytes: number) => `${label}一封最多 ${limitText(bytes)}`,
  folder: '文件夹',

  draft: '生成邮件草稿（.eml）',
  draftHint: '用Outlook、Foxmail等邮件程序的可以用：双击打开，核对后发送。网页邮箱用不上。',
  drafting: '正在生成邮件草稿…',
  draftDownloaded: (name: string) => `草稿好了，已经下载：${name}。双击打开，核对后发送。`,
  drafted: (name: string) => `草稿好了：${name}，在打好的包的文件夹里。双击打开，核对后发送。`,
  draftAgain: '重新生成',
  openDraft: '打开草稿',
  draftNotOpened: '这台电脑没有能打开草稿（.eml）的邮件程序。请用网页邮箱，照上面的步骤粘贴。',
  writeMail: '用邮件程序写邮件',
  writeMailHint: '打开Outlook、Foxmail等，替您填好收件人、主题和正文；附件要自己加。用网页邮箱的不用点。',
  mailWritten: '已经打开邮件程序，请核对收件人、主题和正文，再加附件。',
  mailWithoutBody:
    '已经打开邮件程序。正文较长，没有带过去，但已经替您复制好了：在邮件的正文里点一下，按 Ctrl+V 粘贴。',
  mailBodyNotCopied: '已经打开邮件程序。正文较长，没有带过去，请点下面的“复制正文”，再粘贴到邮件里。',
  noMailProgram: '没有打开邮件程序，这台电脑可能没有设置。请照下面的步骤复制、粘贴。',
  cancel: '取消',
  recipient: '收件人',
  subject: '主题',
  body: '正文',
  mandated: '这是通知规定的写法，请不要改动',
  suggested: '通知没有规定主题，这是建议格式',
  checksum: '校验值（SHA-256）',
  download: '下载',
  missingFile: '文件不在了',
  sent: '我已发送',
  carried: '我已送出',
  sentAt: (time: string) => `已发送 ${time}`,
  takeBack: '撤回',
  fold: '收起',
  unfold: '展开',
  allSent: '已经发送，这一项办完了',
  thisSent: '这一封已经发送',

  handIn: '这项任务不用发邮件',
  uploadAt: '上传到',
  handInAt: '送到',

  missing: '这个包的文件夹已经被删除或移走了',
  missingAdvice: '要发送的话，请重新打包；原来的照片和视频不受影响。',
  missingAdviceOfList: '要发送的话，请重新打包；清单里填的内容都在。',
  elsewhere: '这是在另一台电脑上打的包',
  elsewhereAdvice:
    '压缩包和文件夹在那台电脑上，这里只留记录。已经发出去的不用再发；要从这台电脑发送，请重新打包。',
  notUsableHere: '压缩包在另一台电脑上，不能从这里发送。如果已经发出去了，可以点“我已发送”记下来。',
  changed: '文件夹里的文件和打包时不一样了',
  changedDetail: (gone: readonly string[], different: readonly string[]) =>
    [
      gone.length > 0 && `不见了：${namesText(gone)}`,
      different.length > 0 && `大小变了：${namesText(different)}`,
      '为了稳妥，请重新打包后再发。',
    ]
      .filter(Boolean)
      .join('；'),
  unknownState: '看不到文件夹里的情况：',
  unknownAdvice: '打包时核对过，没有问题；现在还在不在，请在发送前自己打开文件夹看一看。',
  lookAgain: '再看一次',
  notUsable: '这个包不完整，不能照着发送。如果之前已经发出去了，可以点“我已发送”记下来。',
  olderTitle: (version: number, later: string) => `这是第 ${version} 次打的包，${later}`,
  olderAdvice: '请发送最新的一次。',
  toNewest: '看最新的',

  outdated: '打包以后又改过，这个包不是最新的内容',
  outdatedAdvice: '请重新打包，再发新的。',
  alsoOutdated: '打包以后填的内容也改过。',
  files: '文件夹里有',
  filesElsewhere: '在另一台电脑上的文件夹里有',
  history: '历次打包',
  nth: (version: number) => `第 ${version} 次`,
  historyLineOfList: (rows: number, size: string) => `${grouped(rows)} 项活动，${size}`,
  historyLine: (files: number, size: string) => `${grouped(files)} 个文件，${size}`,
  replacedBy: (version: number) => `已被第 ${version} 次替换`,
  followedBy: (version: number) => `后来又打了第 ${version} 次，还没有发`,
  notSent: '还没有发送',
  someSent: (sent: number, all: number) => `已发送 ${sent} 封，共 ${all} 封`,
  missingFolder: '文件夹不在了',
} as const

/** What comes before the sending: 打印报送核对单，请负责人签字、盖章后再报送. */
export const signOffText = ({ seal }: Notice['signOff']): string =>
  `打印${paperNames.checklist}，请负责人签字${seal ? '、盖章' : ''}后再报送。`

/** 8月25日 10:32, of local wall-clock time. */
export const momentText = (clock: string): string =>
  `${Number(clock.slice(5, 7))}月${Number(clock.slice(8, 10))}日 ${clock.slice(11, 16)}`

/** How many parts a package has: 分 3 个压缩包, 2 个压缩包、1 个文件夹; nothing where it is one archive. */
export function partsText(archives: number, folders: number): string | undefined {
  if (folders > 0)
    return [archives > 0 && `${grouped(archives)} 个压缩包`, `${grouped(folders)} 个文件夹`]
      .filter(Boolean)
      .join('、')
  return archives > 1 ? `分 ${grouped(archives)} 个压缩包` : undefined
}

/** Where some ways of sending mails cannot carry a file and others can: with which it must be sent. */
export function viaText({ exceeded, kept }: CapStanding): string | undefined {
  if (exceeded.length === 0 || kept.length === 0) return undefined
  return words.viaOnly(
    kept.map(({ label }) => label).join('或'),
    exceeded.map(({ label, bytes }) => words.capOf(label, bytes)).join('，'),
  )
}
