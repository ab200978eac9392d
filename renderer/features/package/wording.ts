import type { FaultData } from '../../../shared/faults.ts'
import type { Standing } from '../../../shared/notice/deadline.ts'
import type { Notice } from '../../../shared/notice/notice.ts'
import type { Statement, Task } from '../../../shared/notice/task.ts'
import { type Counts, countsProse } from '../../../shared/packing/counts.ts'
import { paperNames } from '../../../shared/paper/paper.ts'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import { dayText, grouped, namesText } from '../../../shared/wording/measures.ts'
import { timeLeftText } from '../../../shared/wording/time-left.ts'
import { sizeText } from '../../../shared/wording/size-text.ts'
import type { Obstacle } from './obstacles.ts'
import type { PackSummary } from './pack-summary.ts'

/** Sentences of packing and sending. */
export const words = {
  pack: '一键打包',
  packAgain: '重新打包',
  goSend: '去发送',
  seePackage: '看打好的包',
  packTitle: (task: string) => `打包“${task}”`,
  close: '关闭',
  back: '返回修改',

  cannotYet: '还不能打包，先处理好下面几处：',
  show: '去看看',
  add: '去添加',
  fillUnit: '填写单位信息',
  goOn: '去处理',
  measureAgain: '重新检测',
  places: (count: number) => `${grouped(count)} 处`,

  start: '开始打包',
  total: (bytes: number) => `共 ${sizeText(bytes)}`,
  leftOut: (count: number) => `另有 ${grouped(count)} 个不装进去：不是图片、视频，或者这项任务没有要求`,
  names: '打好的包',
  inFolder: (folder: string) => `放在文件夹“${folder}”里`,
  writtenTo: '写到哪里',
  otherPlace: '换个位置',
  sendTo: '报给谁',
  deadline: '截止时间',
  tooLate: (phones: readonly string[]) =>
    `已经截止，请先打电话问收件人还收不收${phones.length > 0 ? `：${phones.join('、')}` : ''}`,
  version: '第几次',
  replaces: (ordinal: number, day: string) =>
    `第 ${ordinal + 1} 次报送，替换${day}报送的第 ${ordinal} 次；原来的文件夹不会动`,
  waivers: '保留说明（会写进邮件正文和说明文档）',
  warnings: (count: number) => `请核对 ${grouped(count)} 处，不影响打包`,
  thumbnails: '说明文档里放小图',
  thumbnailsHint: '只放进 Word 版，方便对照着看；照片和视频不受影响。',
  originals: '只复制，不改动原来的照片和视频。',
  listOnly: '清单写成 Excel 表格，装进压缩包；各单位报来的表格不会被改动。',

  stages: {
    receive: '准备',
    walk: '准备',
    samples: '准备',
    read: '读取表格',
    probe: '重新检测',
    write: '写入压缩包',
    verify: '重新打开逐个核对',
    print: '生成PDF',
  },
  preparing: '正在准备',
  stageNow: (stage: string) => `正在${stage}`,
  filesDone: (done: number, total: number) => `第 ${grouped(done)} 个，共 ${grouped(total)} 个文件`,
  documentsDone: '说明文档和清单',
  cancel: '取消',
  cancelling: '正在取消…',

  cancelledTitle: '已取消',
  cancelledText: '什么也没有写，也没有留下半个压缩包。填好的内容都在。',
  packAfterCancel: '再打包',
  failedTitle: '没有打包成功',
  notRecordedTitle: '打好了包，但没有记下来',
  nothingLeft: '没有留下半个压缩包，原来的文件和填好的内容都没有受影响。',
  retry: '再试一次',

  doneTitle: (moment: string) => `${moment} 打包完成，核对无误`,
  lookingAt: '正在看文件夹里的文件还在不在…',
  packageOf: (version: number) => `第 ${version} 次打的包`,
  figuresOfList: (planned: number, packed: number, bytes: number) =>
    `计划 ${grouped(planned)} 项，写入 ${grouped(packed)} 项，重新打开逐项核对 ${grouped(packed)} 项 · ${sizeText(bytes)}`,
  figures: (planned: number, packed: number, bytes: number) =>
    `计划 ${grouped(planned)} 个文件，写入 ${grouped(packed)} 个，重新打开逐个核对 ${grouped(packed)} 个 · ${sizeText(bytes)}`,
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
  oneMailHint: '打开邮箱，点“写信”，照下面的顺序一样一样粘贴进去。',
  copyTo: '复制收件人',
  copySubject: '复制主题',
  copyBody: '复制正文',
  attach: '添加附件',
  markSent: '发出去后，点“我已发送”',
  recipient: '收件人',
  subject: '主题',
  body: '正文',
  mandated: '这是通知规定的写法，请不要改动',
  suggested: '通知没有规定主题，这是建议格式',
  checksum: '校验值（SHA-256）',
  download: '下载',
  missingFile: '文件不在了',
  sent: '我已发送',
  sentAt: (time: string) => `已发送 ${time}`,
  takeBack: '撤回',
  fold: '收起',
  unfold: '展开',
  allSent: '已经发送，这一项办完了',

  handIn: '这项任务不用发邮件',
  uploadAt: '上传到',
  handInAt: '送到',

  missing: '这个包的文件夹已经被删除或移走了',
  missingAdvice: '要发送的话，请重新打包；原来的照片和视频不受影响。',
  missingAdviceOfList: '要发送的话，请重新打包；清单里填的内容都在。',
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
  olderTitle: (version: number, by: number) => `这是第 ${version} 次打的包，已被第 ${by} 次替换`,
  olderAdvice: '请发送最新的一次。',
  toNewest: '看最新的',

  outdated: '打包以后又改过，这个包不是最新的内容',
  outdatedAdvice: '请重新打包，再发新的。',
  packChanged: '打包后改过，请重新打包',
  files: '文件夹里有',
  history: '历次打包',
  nth: (version: number) => `第 ${version} 次`,
  historyLineOfList: (rows: number, bytes: number) => `${grouped(rows)} 项活动，${sizeText(bytes)}`,
  historyLine: (files: number, bytes: number) => `${grouped(files)} 个文件，${sizeText(bytes)}`,
  replacedBy: (version: number) => `已被第 ${version} 次替换`,
  notSent: '还没有发送',
  someSent: (sent: number, all: number) => `已发送 ${sent} 封，共 ${all} 封`,
  missingFolder: '文件夹不在了',
} as const

/** What comes before the sending: 打印报送核对单，请负责人签字、盖章后再报送. */
export const signOffText = ({ seal }: Notice['signOff']): string =>
  `打印${paperNames.checklist}，请负责人签字${seal ? '、盖章' : ''}后再报送。`

/** How many files go in: 图片 19 张，视频 2 个. */
export const countsText = (counts: Counts): string =>
  countsProse(counts).replaceAll('、', '，').replaceAll(/(\d+)/g, ' $1 ') || '没有'

/** In a few words, beside the button. */
export function hintOf(obstacles: readonly Obstacle[], kind: Task['kind'] = 'media'): string | undefined {
  const findings = obstacles.reduce((sum, one) => sum + (one.kind === 'findings' ? one.line.count : 0), 0)
  const [first] = obstacles
  switch (first?.kind) {
    case undefined:
    case 'judging':
      return undefined
    case 'measuring':
      return `还在检测 ${grouped(first.left)} 个`
    case 'stopped':
      return '检测停住了'
    case 'busy':
      return '另一项任务正在打包'
    case 'nothing':
      return kind === 'table' ? '还没有活动' : '还没有可以打包的文件'
    case 'unit':
      return findings > 0 ? `还差 ${grouped(findings)} 处` : '单位信息没填全'
    case 'findings':
      return `还差 ${grouped(findings)} 处`
  }
}

/** The deadline of a task with the days that are left: 2023年8月31日，还剩 6 天. */
export const deadlineText = (standing: Standing): string => `${dayText(standing)}，${timeLeftText(standing)}`

/** Where a task goes: 邹畅，384425222@qq.com. */
export function recipientText(recipient: Task['recipients'][number]): string {
  return recipient.channel === 'mail'
    ? `${recipient.person}，${recipient.address}`
    : `${recipient.address}${recipient.note ? `（${recipient.note}）` : ''}`
}

/** How a file too large for an ordinary attachment is sent; undefined where it is small enough. */
export function capsText({ exceeded, kept }: PackSummary['caps'], bytes: number): string | undefined {
  if (exceeded.length === 0) return undefined
  const limits = exceeded.map(({ label, bytes: cap }) => `${label}上限约 ${Math.floor(cap / 1024 / 1024)} MB`)
  const advice =
    kept.length > 0
      ? `请用${kept.map(({ label }) => label).join('或')}发送`
      : '发邮件时请选“超大附件”，在QQ邮箱等网页邮箱里写信时可以选'
  return `压缩包约 ${sizeText(bytes)}，普通附件装不下：${limits.join('，')}。${advice}。`
}

/** Time left as people say it; nobody wants seconds of a long time. */
export function remainingText(seconds: number): string {
  if (seconds < 8) return '马上就好'
  if (seconds < 55) return `大约还要 ${Math.ceil(seconds / 5) * 5} 秒`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `大约还要 ${minutes} 分钟` : `大约还要 ${(seconds / 3600).toFixed(1)} 小时`
}

/** 8月25日 10:32, of local wall-clock time. */
export const momentText = (clock: string): string =>
  `${Number(clock.slice(5, 7))}月${Number(clock.slice(8, 10))}日 ${clock.slice(11, 16)}`

/** What can be done about a failure besides trying again. */
export function failureAdvice({ code }: FaultData): readonly ('place' | 'measure' | 'unit' | 'retry')[] {
  switch (code) {
    case 'disk-full':
    case 'out-unwritable':
    case 'package-broken':
      return ['place', 'retry']
    case 'out-inside-source':
      return ['place']
    case 'source-changed':
    case 'submission-has-errors':
    case 'nothing-to-pack':
      return ['measure']
    case 'unit-needed':
      return ['unit']
    default:
      return ['retry']
  }
}

/** What stands in the way, and what it means. */
export function obstacleText(
  obstacle: Obstacle,
  item: string | undefined,
  kind: Task['kind'] = 'media',
): { readonly title: string; readonly detail?: string | undefined } {
  switch (obstacle.kind) {
    case 'busy':
      return { title: '另一项任务正在打包，等它打好再打这一项' }
    case 'measuring':
      return { title: `还在检测 ${grouped(obstacle.left)} 个文件，检测完就可以接着打包`, detail: item }
    case 'stopped':
      return { title: '检测停住了', detail: faultSentence(obstacle.fault) }
    case 'judging':
      return { title: '正在按通知核对…' }
    case 'nothing':
      return kind === 'table'
        ? { title: '还没有活动', detail: '请把各单位报来的表格拖进窗口，或者自己填写。' }
        : { title: '还没有可以打包的文件', detail: '请把照片和视频（或整个文件夹）拖进窗口。' }
    case 'unit':
      return { title: '单位信息没填全', detail: '文件名、说明文档和邮件里都要写单位、联系人和电话。' }
    case 'findings':
      return { title: obstacle.line.text }
  }
}
