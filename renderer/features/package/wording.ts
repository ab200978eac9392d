import type { Standing } from '../../../shared/notice/deadline.ts'
import type { Task } from '../../../shared/notice/task.ts'
import { type Counts, countsProse } from '../../../shared/packing/counts.ts'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import { dayText, grouped } from '../../../shared/wording/measures.ts'
import { timeLeftText } from '../../../shared/wording/time-left.ts'
import type { Obstacle } from './obstacles.ts'

/** Sentences of packing and sending. */
export const words = {
  pack: '一键打包',
  packAgain: '重新打包',
  goSend: (sent: number, all: number) => (all > 1 && sent > 0 ? `去发送（已发 ${sent}／${all}）` : '去发送'),
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
  total: (size: string) => `共 ${size}`,
  leftOut: (count: number) => `另有 ${grouped(count)} 个不装进去：不是图片、视频，或者这项任务没有要求`,
  names: '打好的包',
  inFolder: (folder: string) => `放在文件夹“${folder}”里`,
  archivesLike: (first: string, count: number) => `${first} 等 ${grouped(count)} 个`,
  writtenTo: '写到哪里',
  otherPlace: '换个位置',
  placeOfWeb:
    '网页版写到哪里由启动时的 --out 决定，这里改不了。要换地方，请关掉程序，在启动命令后面写上“--out 新的文件夹”，再启动。',
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
  copying: '复制文件',
  preparing: '正在准备',
  stageNow: (stage: string) => `正在${stage}`,
  filesDone: (done: number, total: number) => `第 ${grouped(done)} 个，共 ${grouped(total)} 个文件`,
  documentsDone: '说明文档和清单',
  cancel: '取消',
  cancelling: '正在取消…',

  cancelledTitle: '已取消',
  cancelledText: '什么也没有写，也没有留下打了一半的包。填好的内容都在。',
  packAfterCancel: '再打包',
  failedTitle: '没有打包成功',
  notRecordedTitle: '打好了包，但没有记下来',
  nothingLeft: '没有留下打了一半的包，原来的文件和填好的内容都没有受影响。',
  perhapsLeft: '原来的文件没有受影响。包可能已经打好，请到写出的文件夹里看一看；打了一半的，程序会自己清理。',
  retry: '再试一次',

  packChanged: '打包后改过，请重新打包',
} as const

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

/** Time left as people say it; nobody wants seconds of a long time. */
export function remainingText(seconds: number): string {
  if (seconds < 8) return '马上就好'
  if (seconds < 55) return `大约还要 ${Math.ceil(seconds / 5) * 5} 秒`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `大约还要 ${minutes} 分钟` : `大约还要 ${(seconds / 3600).toFixed(1)} 小时`
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
