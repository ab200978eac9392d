import type { Task } from '../notice/task.ts'
import { capsFor } from '../packing/caps-for.ts'
import type { Refusal } from '../packing/divide.ts'
import { expiryOf } from '../packing/expiry.ts'
import type { WrittenPart } from '../packing/mail.ts'
import type { SendingReason } from '../packing/sending-reason.ts'
import type { PartWay, PlanKind } from '../packing/sending.ts'
import { dateText } from './measures.ts'
import { limitText, neededText, sizeText } from './size-text.ts'

/** What the mail's own disks are called: 超大附件. */
export const largeName = ({ packaging: { large } }: Task): string => large?.label ?? '超大附件'

interface NamedPlan {
  readonly plan: PlanKind
  readonly parts: readonly { readonly way: PartWay }[]
  /** Why it cannot be sent so: its parts are then none to be spoken of. */
  readonly refusal?: unknown
}

/** What a plan is called, by the ways of its parts: 一封邮件, 分3封邮件发送, 一个超大附件, 超大附件加U盘, 拷到U盘. */
export function planName({ plan, parts, refusal }: NamedPlan, task?: Task): string {
  const of = parts.length
  const large = task ? largeName(task) : '超大附件'
  const [way = 'attachment'] = parts.map((part) => part.way)
  const isCarried = parts.some((part) => part.way === 'disk')
  switch (plan) {
    case 'one':
      return way === 'handed' ? '一个压缩包' : '一封邮件'
    case 'split':
      if (of > 1) return `分${of}封邮件发送${isCarried ? '，大文件拷到U盘' : ''}`
      if (refusal !== undefined) return '分几封邮件发送'
      return way === 'attachment' ? '一封邮件（不用分）' : wholeName(way, large)
    case 'big':
      if (isCarried) return `${of > 2 ? `${of - 1}个` : ''}${large}加U盘`
      return of > 1 ? `${large}，分${of}封邮件` : wholeName('large', large)
    case 'disk':
      return wholeName('disk', large)
  }
}

const wholeName = (way: PartWay, large: string): string => (way === 'disk' ? '拷到U盘' : `一个${large}`)

/** Why a plan is recommended, without a full stop. */
export function reasonText(reason: SendingReason, task: Task): string {
  if (reason.code === 'handed') return '通知没有要求用邮箱报送，做成一个压缩包'
  const large = largeName(task)
  const limit = `一封邮件最多 ${limitText(reason.limit)}`
  if (reason.code === 'fits-one') return `全部材料约 ${sizeText(reason.bytes)}，${limit}，一封装得下`
  const all = `全部材料约 ${neededText(reason.bytes)}`
  switch (reason.code) {
    case 'few-mails': {
      const drafts = reason.drafts ? `${large}不能放进邮件草稿，所以分成${reason.mails}封；` : ''
      const [each, rest] = reason.alone > 0 ? [`${beyondText(reason, large)}，`, '其余每封'] : ['', '每封']
      return `${all}，${limit}；${drafts}${each}${rest}都能单独打开查看`
    }
    case 'many-mails':
      return `${all}，${limit}，要分${reason.mails}封，容易漏发，用${large}省事${carriedText(reason)}`
    case 'beyond-mail':
      return `${all}，${limit}，分开也装不下，用${large}发送${carriedText(reason)}`
    case 'beyond-large':
      return reason.limit === 0
        ? `${all}，邮件装不下，拷到U盘送达`
        : `${all}，${large}最多 ${limitText(reason.limit)}，也装不下，拷到U盘送达`
  }
}

/** Files of which not one goes by ordinary mail; a smaller one may be kept from it by the documents. */
function beyondText({ alone, carried }: { readonly alone: number; readonly carried: number }, large: string) {
  const uploaded = alone - carried
  if (uploaded === 0) return `其中 ${alone} 个文件一封装不下，拷到U盘`
  const disk = carried > 0 ? `${uploaded} 个用${large}单独发，${carried} 个拷到U盘` : `用${large}单独发`
  return `其中 ${alone} 个文件一封装不下，${disk}`
}

const carriedText = ({ carried }: { readonly carried: number }): string =>
  carried > 0 ? `，其中 ${carried} 个大文件拷到U盘` : ''

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
export function refusalText(plan: PlanKind, { bytes, limit, documents }: Refusal, task: Task): string {
  if (limit === 0) return `不知道邮箱的${largeName(task)}能发多大，不能选`
  const way = plan === 'big' ? largeName(task) : '一封邮件'
  const what = documents ? '光是说明文档就约' : '共约'
  return `${what} ${neededText(bytes)}，${way}最多 ${limitText(limit)}，装不下`
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
    return `用网页邮箱的${largeName(task)}${expires === undefined ? '' : `，按打包当天上传计算，${dateText(expires)}到期`}`
  return `普通附件${programsText(task, bytes)}`
}

/** How a part comes that is not attached like the others: 用超大附件发送. */
export const comesBy = (way: 'large' | 'disk', task: Task): string =>
  way === 'disk' ? '另以U盘送达' : `用${largeName(task)}发送`

/**
 * Which programs carry an attachment: ，用网页邮箱发送，邮件客户端装不下; that none does is said with what each carries.
 * Empty where all do.
 *
 * @param what does not fit, where that is not all: 较大的包
 */
export function programsText(task: Task, bytes: number, what = ''): string {
  const { exceeded, kept } = capsFor(task, bytes)
  if (exceeded.length === 0) return ''
  const names = (caps: typeof kept) => caps.map(({ label }) => label).join('、')
  if (kept.length === 0) return `，${beyondAllText(task)}`
  return `，用${names(kept)}发送，${what}${names(exceeded)}装不下`
}

/** What is to be known of an attachment that is larger than any way of sending mails that the pack knows, without a full stop. */
export function beyondAllText({ packaging: { caps } }: Task): string {
  const limits = caps.map(({ label, bytes }) => `${label} ${limitText(bytes)}`).join('、')
  return `超过各种邮箱的上限（${limits}），多半发不出去；除非单位的邮箱能发这么大，否则请重新打包，分小一些`
}
