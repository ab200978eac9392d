import type { Task } from '../notice/task.ts'
import { capsFor } from '../packing/caps-for.ts'
import { expiryOf } from '../packing/expiry.ts'
import type { WrittenPart } from '../packing/mail.ts'
import type { PlannedPart } from '../packing/plan.ts'
import type { Refusal, SendingReason } from '../packing/sending-options.ts'
import type { PartWay, PlanKind } from '../packing/sending.ts'
import { kindNames } from './kind-names.ts'
import { dateText } from './measures.ts'
import { limitText, sizeText } from './size-text.ts'

/** What the mail's own disks are called: 超大附件. */
export const largeName = ({ packaging: { large } }: Task): string => large?.label ?? '超大附件'

/** What a plan is called: 一封邮件, 分3封邮件发送, 一个超大附件, 拷到U盘. */
export function planName(
  { plan, parts }: { readonly plan: PlanKind; readonly parts: readonly { readonly way: PartWay }[] },
  task?: Task,
): string {
  const of = parts.length
  const large = task ? largeName(task) : '超大附件'
  switch (plan) {
    case 'one':
      return parts[0]?.way === 'handed' ? '一个压缩包' : '一封邮件'
    case 'split':
      return of > 1 ? `分${of}封邮件发送` : '分几封邮件发送'
    case 'big':
      return of > 1 ? `${large}，分${of}封邮件` : `一个${large}`
    case 'disk':
      return '拷到U盘'
  }
}

/** Why a plan is recommended, without a full stop. */
export function reasonText(reason: SendingReason, task: Task): string {
  if (reason.code === 'handed') return '通知没有要求用邮箱报送，做成一个压缩包'
  const all = `全部材料约 ${sizeText(reason.bytes)}`
  const limit = `一封邮件最多 ${limitText(reason.limit)}`
  switch (reason.code) {
    case 'fits-one':
      return `${all}，${limit}，一封装得下`
    case 'few-mails': {
      const alone = reason.alone > 0 ? `其中 ${reason.alone} 个大文件单独发，` : ''
      return `${all}，${limit}；${alone}每封都能单独打开查看`
    }
    case 'many-mails':
      return `${all}，${limit}，要分${reason.mails}封，容易漏发，用${largeName(task)}省事`
    case 'beyond-mail':
      return `${all}，${limit}，分开也装不下，用${largeName(task)}发送`
    case 'beyond-large':
      return reason.limit === 0
        ? `${all}，邮件装不下，拷到U盘送达`
        : `${all}，${largeName(task)}最多 ${limitText(reason.limit)}，也装不下，拷到U盘送达`
  }
}

/** How a part goes out: 普通附件, 超大附件, U盘; or what is done with it where the task names no mailbox. */
export function partWayText({ way }: { readonly way: PartWay }, task: Task): string {
  switch (way) {
    case 'attachment':
      return '普通附件'
    case 'large':
      return largeName(task)
    case 'disk':
      return 'U盘'
    case 'handed':
      return task.recipients[0]?.channel === 'upload' ? '网上提交' : '当面提交'
  }
}

/** Why a plan cannot be chosen, without a full stop. */
export function refusalText(plan: PlanKind, { bytes, limit }: Refusal, task: Task): string {
  if (limit === 0) return `不知道邮箱的${largeName(task)}能发多大，不能选`
  const way = plan === 'big' ? largeName(task) : '一封邮件'
  return `共约 ${sizeText(bytes)}，${way}最多 ${limitText(limit)}，装不下`
}

/**
 * Why a part's one file goes by itself, without a full stop; empty where it does not:
 * 视频“启动仪式.mp4”300 MB，超过一封邮件 45 MB 的上限，单独用超大附件发送.
 *
 * @param cap what one mail carries, in bytes
 */
export function aloneText(
  { alone, way, items: [item] }: Pick<PlannedPart, 'alone' | 'way' | 'items'>,
  cap: number,
  task: Task,
): string {
  if (!alone || !item) return ''
  const { large } = task.packaging
  const over = (name: string, limit: number) =>
    `${item.bytes > limit ? '' : '加上说明文档'}超过${name} ${limitText(limit)} 的上限`
  const file = `${kindNames[item.kind]}“${item.name}” ${limitText(item.bytes)}`
  if (way !== 'disk') return `${file}，${over('一封邮件', cap)}，单独用${largeName(task)}发送`
  const why =
    large && item.bytes > large.bytes
      ? over(largeName(task), large.bytes)
      : `${over('一封邮件', cap)}${large ? `，${largeName(task)}也装不下` : ''}`
  return `${file}，${why}，单独拷到U盘送达`
}

/** What the mail of a part says that is carried on a disk: nothing is attached to it. */
export const diskText = (parts: number): string =>
  parts > 1 ? '本包较大，另以U盘送达，不随邮件发送' : '材料拷在U盘上另行送达，不随邮件发送'

/**
 * What the clerk does with a part when its mail is sent: 普通附件；用网页邮箱的超大附件，…到期；拷到U盘.
 *
 * @param day of sending, `YYYY-MM-DD`
 */
export function mailWayText(
  { way, bytes, fileName }: Pick<WrittenPart, 'way' | 'bytes' | 'fileName'>,
  task: Task,
  day: string,
): string {
  if (way === 'disk') return `不添加附件；文件夹“${fileName}”拷到U盘，另行送达`
  const expires = expiryOf(task, way, day)
  if (way === 'large')
    return `用网页邮箱的${largeName(task)}${expires === undefined ? '' : `，当天上传的话${dateText(expires)}到期`}`
  return `普通附件${programsText(task, bytes)}`
}

/** Which programs carry an attachment, where not all do: ，用网页邮箱发送，邮件客户端装不下; empty where all do, or none. */
export function programsText(task: Task, bytes: number): string {
  const { exceeded, kept } = capsFor(task, bytes)
  if (exceeded.length === 0 || kept.length === 0) return ''
  const names = (caps: typeof kept) => caps.map(({ label }) => label).join('、')
  return `，用${names(kept)}发送，${names(exceeded)}装不下`
}
