import { isHanded, type Task } from '../shared/notice/task.ts'
import { draftCap } from '../shared/packing/draft-cap.ts'
import { PlanKind, type SendingChoice } from '../shared/packing/sending.ts'
import { limitText } from '../shared/wording/size-text.ts'
import { type Arguments, type Option, UsageError } from './command.ts'

/** Options that say how a package goes out. */
export const sendingOptions = {
  plan: {
    name: 'plan',
    value: 'one|split|big|disk',
    help: '怎么发：one 一封邮件，split 分几封，big 超大附件，disk 拷到U盘；不写就由程序选',
  },
  cap: {
    name: 'cap',
    value: '45MB',
    help: '一封邮件的附件最多多大（KB、MB、GB，按1024进位）；不写就按通知规则里的上限',
  },
  eml: {
    name: 'eml',
    help: '另写邮件草稿（.eml），用邮件软件打开就能发；每包不超过邮件软件的上限，--cap 写得更大也不行',
  },
} as const satisfies Record<string, Option>

/** What the command line says of sending, in the words of `package.build`. */
export interface Sending {
  readonly sending?: SendingChoice
  readonly drafts?: true
}

/**
 * @param remark is told where two options do not go together, and what is done then
 * @throws UsageError
 */
export function readSending(args: Arguments, task: Task, remark: (text: string) => void): Sending {
  const [plan, cap, drafts] = [args.text('plan'), args.text('cap'), args.has('eml')]
  const used = Object.values(sendingOptions).find(({ name }) => args.has(name))
  if (used && isHanded(task))
    throw new UsageError(`选项 --${used.name} 不能用于“${task.title}”：通知没有让用邮箱报送。`)
  const named = cap === undefined ? undefined : bytesNamed(cap)
  const sending: SendingChoice = {
    ...(plan !== undefined && { plan: planNamed(plan) }),
    ...(drafts ? capOfDrafts(task, named, remark) : named !== undefined && { cap: named }),
  }
  return { ...(Object.keys(sending).length > 0 && { sending }), ...(drafts && { drafts }) }
}

/** Mail programs make attachments a third larger: a cap that only the web mail carries is none of drafts. */
function capOfDrafts(
  task: Task,
  named: number | undefined,
  remark: (text: string) => void,
): Pick<SendingChoice, 'via' | 'cap'> {
  const { via, cap: most } = draftCap(task)
  if (named !== undefined && named <= most) return { cap: named }
  if (named !== undefined)
    remark(
      `邮件草稿用邮件软件发，附件最多 ${limitText(most)}：按这个上限分包，不按 --cap 的 ${limitText(named)}`,
    )
  return via === undefined ? { cap: most } : { via }
}

function planNamed(text: string): PlanKind {
  const { success, data } = PlanKind.safeParse(text)
  if (!success)
    throw new UsageError(`选项 --plan 只能写 ${PlanKind.options.join('、')} 中的一个，写的却是 ${text}。`)
  return data
}

const units: Readonly<Record<string, number>> = { KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 }

/** 45MB, 1.5 GB, in bytes. */
function bytesNamed(text: string): number {
  const [, figure = '', unit = ''] =
    /^(\d+(?:\.\d+)?)\s*([KMG]B)$/iu.exec(text.normalize('NFKC').trim()) ?? []
  const bytes = Math.floor(Number(figure) * (units[unit.toUpperCase()] ?? 0))
  if (figure === '')
    throw new UsageError(`选项 --cap 要写数字和单位，如 45MB（单位可以是 KB、MB、GB），写的却是 ${text}。`)
  if (bytes < 1) throw new UsageError(`选项 --cap 要大于 0，写的却是 ${text}。`)
  if (!Number.isSafeInteger(bytes)) throw new UsageError(`选项 --cap 太大了，写的是 ${text}。`)
  return bytes
}
