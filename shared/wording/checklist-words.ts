import { fallsShort } from '../notice/bound.ts'
import type { Standing } from '../notice/deadline.ts'
import type { Notice } from '../notice/notice.ts'
import type { Task } from '../notice/task.ts'
import type { QuotaStanding } from '../packing/quota.ts'
import { boundInText, dayText } from './measures.ts'

/** Sentences of the paper that is signed before a submission leaves the office. */
export const words = {
  title: (what: string) => `${what}报送核对单`,
  notice: '通知依据',
  unit: '报送单位',
  task: '报送任务',
  contact: '联系人',
  deadline: '截止时间',
  quota: '报送数量',
  recipient: '收件人',
  uploadAt: '报送网址',
  handInAt: '送达地点',
  subject: '邮件主题',
  files: '报送文件',
  proof: '打包核对',
  sending: '发送方式',
  kept: '例外说明',
  noneKept: '没有保留的不合格项',
  doubts: '提请核对',
  noneDoubted: '没有',
  noDeadline: '通知没有规定',
  declarations: '声明',
  reviews: '审核（请打√）',
  mandated: '（通知规定格式）',
  suggested: '（通知未规定，建议格式）',
  noQuota: '通知没有规定数量',
  copies: (count: number) => `一式${chineseNumber(count)}份`,
  packedAt: (moment: string) => `${moment}打包`,
  first: '第1次报送',
  overdue: '已过截止时间',
  packing: (ordinal: number) => `第${ordinal}次打包`,
  fileTable: (count: number) => `文件清单（共${count}个）`,
  rowTable: (count: number) => `活动清单（共${count}项）`,
  columns: {
    seq: '序号',
    name: '报送文件名',
    size: '大小',
    measure: '像素或时长',
    part: '包',
    verdict: '结论',
  },
  fine: '合格',
  keptOf: (names: string) => `保留：${names}`,
  doubtOf: (names: string) => `请核对：${names}`,
  proven: (planned: number, proven: number, measure: '个' | '项') =>
    `计划${planned}${measure}，写入${proven}${measure}，核对${proven}${measure}，${planned === proven ? '一致' : '不一致'}`,
  digest: (short: string) => `SHA-256 前16位：${short}`,
} as const

/** Sixteen digits in fours, to be compared by eye. */
export const shortDigest = (sha256: string): string => sha256.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')

/** （辽全科组办发〔2023〕5号）, where the notice has a number. */
export const numberOf = ({ documentNumber }: Pick<Notice, 'documentNumber'>): string =>
  documentNumber === '' ? '' : `（${documentNumber}）`

/** 2023年8月31日（打包时提前6天）, for what was finished then. */
export function deadlineLine(standing: Standing): string {
  const date = dayText(standing)
  if (standing.state !== 'passed')
    return `${date}（${standing.days > 0 ? `打包时提前${standing.days}天` : '打包当天截止'}）`
  return `${date}（打包时已逾期${standing.days < 0 ? `${-standing.days}天` : ''}）`
}

/** What a count alone would not tell. */
interface QuotaNotes {
  /** 图片20张、视频1个. */
  readonly counts: string
  /** How many are there a second time: they are not counted. */
  readonly repeated: number
  /** How many are counted though something about them is against the rules, and excused. */
  readonly kept: number
}

/** 各市要求不少于20个，实有21个（图片20张、视频1个），已达到. */
export function quotaLine(
  { bound, have, met, measure, unitClass }: QuotaStanding,
  { counts, repeated, kept }: QuotaNotes,
): string {
  const notes = [
    ...(repeated > 0 ? [`其中重复的${repeated}${measure}不计`] : []),
    ...(kept > 0 ? [`其中${kept}${measure}不合要求、说明原因保留`] : []),
  ]
  const verdict = met ? '已达到' : fallsShort(bound, have) ? '不足' : '超出'
  return `${unitClass}要求${boundInText(bound, measure)}，实有${have}${measure}（${[counts, ...notes].join('，')}），${verdict}`
}

/** What stands before where the submission goes. */
export function recipientLabel(recipients: Task['recipients']): string {
  const channels = recipients.map(({ channel }) => channel)
  if (channels.includes('mail')) return words.recipient
  return channels[0] === 'upload' ? words.uploadAt : words.handInAt
}

/** 邹畅 384425222@qq.com 024-23221703, or where an upload or a parcel goes. */
export function recipientLine(recipient: Task['recipients'][number]): string {
  const parts =
    recipient.channel === 'mail'
      ? [recipient.person, recipient.address, recipient.phones.join('、')]
      : [recipient.address, recipient.note]
  return parts.filter(Boolean).join('　')
}

/** So many numbers say which files are meant; of more, how many there are is enough. */
const mostNumbers = 12

/** · 像是聊天软件转发的：第3、5号. Without numbers the whole submission is meant. */
export const doubtLine = (name: string, numbers: readonly number[]): string =>
  numbers.length === 0 ? `· ${name}` : `· ${name}：${numbersText(numbers)}`

/** · 像素不够（第3、5号）：老照片，只有这一份. */
export const keptLine = (name: string, numbers: readonly number[], reason: string): string =>
  `· ${name}${numbers.length === 0 ? '' : `（${numbersText(numbers)}）`}：${reason}`

/** Of files that lie in the clerk's folder and not in the package. */
export const leftOutLine = (count: number): string => `· 另有${count}个文件不属于报送内容，没有装进报送包`

function numbersText(numbers: readonly number[]): string {
  const rest = numbers.length > mostNumbers ? `等${numbers.length}个` : ''
  return `第${numbers.slice(0, mostNumbers).join('、')}号${rest}`
}

/** 2分3秒, of a playing time in seconds; never rounded up to a limit that it does not reach. */
export function durationText(seconds: number): string {
  const whole = Math.floor(seconds)
  const minutes = Math.floor(whole / 60)
  return minutes > 0 ? `${minutes}分${whole % 60}秒` : `${whole}秒`
}

const chineseNumber = (count: number): string =>
  ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九'][count] ?? String(count)
