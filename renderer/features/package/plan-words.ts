import type { PlannedPart } from '../../../shared/packing/plan.ts'
import type { SendingOption } from '../../../shared/packing/sending-options.ts'
import type { PartWay } from '../../../shared/packing/sending.ts'
import type { Task } from '../../../shared/notice/task.ts'
import type { Preflight } from '../../../shared/packing/preflight.ts'
import { grouped } from '../../../shared/wording/measures.ts'
import { largeName, partWayText } from '../../../shared/wording/sending-words.ts'
import { limitText, neededText, sizeText } from '../../../shared/wording/size-text.ts'
import type { ChangedFile, ChangedList } from './changed-files.ts'

/** Sentences of how a package will go out, and of whether it can be written. */
export const words = {
  how: '怎么发',
  otherWay: '换一种方式',
  proposedWay: '按建议的发',
  fold: '收起',
  proposed: '建议',
  chosen: (proposal: string) => `您选的方式。建议用“${proposal}”：`,
  pick: '选一种：',
  unfit: (why: string) => `${why}，请换一种方式`,
  oneMail: '一封邮件，普通附件',
  via: '用什么发邮件',
  viaLine: (label: string, bytes: number) => `${label}，一封最多 ${limitText(bytes)}`,

  part: '第几包',
  contents: '装什么',
  size: '大小',
  partName: (index: number) => `第 ${index} 包`,
  moreParts: (count: number) => `展开后面 ${grouped(count)} 包`,
  fewerParts: '收起后面的',

  looking: '正在看空间够不够…',
  lookAgain: '再看一次',
  notes: '请留意',
  changedMore: (count: number) => `还有 ${grouped(count)} 个`,
} as const

/** What is wrong with the files that a list names, and what to do. */
export const changedTitle = ({ total, locked }: ChangedList): string =>
  locked
    ? `有 ${grouped(total)} 个文件正被别的程序占用，请关掉那个程序再打包：`
    : `有 ${grouped(total)} 个文件检查之后变了，请重新检测再打包：`

const changes: Readonly<Record<ChangedFile['change'], string>> = {
  vanished: '不见了',
  changed: '被改动过',
  unreadable: '读不出来了',
  locked: '正被别的程序占用',
}
export const changeText = ({ change }: ChangedFile): string => changes[change]

/** What a way of sending means for the clerk, where it is neither recommended nor barred. */
export function optionHint({ plan, parts }: SendingOption, cap: number, task: Task): string {
  switch (plan) {
    case 'one':
      return '一个压缩包，一封邮件发完'
    case 'split':
      return `每封不超过 ${limitText(cap)}，每个压缩包都能单独打开`
    case 'big':
      return `在网页邮箱写信时选“${largeName(task)}”${
        task.packaging.large ? `，收件人要在 ${task.packaging.large.days} 天内下载` : ''
      }`
    case 'disk':
      return parts.length > 1 ? '拷好送过去，再发邮件说明' : '整个文件夹拷到U盘送过去，再发一封邮件说明'
  }
}

/** Room that is needed, and that is there, as far as they are known: 需要 132.3 MB（留了余量），剩余 45.0 GB. */
export const spaceText = ({ needed, free }: Pick<Preflight, 'needed' | 'free'>): string =>
  [
    needed !== undefined && `需要 ${neededText(needed)}（留了余量）`,
    free !== undefined && `剩余 ${sizeText(free)}`,
  ]
    .filter(Boolean)
    .join('，')

/** How many parts go in which way: 共 12 包：普通附件 9 个，超大附件 2 个，U盘 1 个. */
export function partsLine(parts: readonly Pick<PlannedPart, 'way'>[], task: Task): string {
  const ways: readonly PartWay[] = [...new Set(parts.map(({ way }) => way))]
  const counted = ways.map((way) => {
    const count = parts.filter((part) => part.way === way).length
    return `${partWayText({ way }, task)} ${grouped(count)} 个`
  })
  return ways.length > 1
    ? `共 ${grouped(parts.length)} 包：${counted.join('，')}`
    : `共 ${grouped(parts.length)} 包`
}
