import { z } from 'zod'
import { packageNames } from '../naming/package-names.ts'
import type { Tokens } from '../naming/fill-template.ts'
import type { Task } from '../notice/task.ts'
import { belonging } from '../project/belonging.ts'
import { intendedKind } from '../project/item-kind.ts'
import type { Item, Submission } from '../project/submission.ts'
import { divide, type Division, type Limits, type Refusal } from './divide.ts'
import { namedParts } from './named-parts.ts'
import { outerName } from './outer-name.ts'
import { partRoom } from './part-room.ts'
import { proposePlan, type SendingReason } from './propose-plan.ts'
import { type Replaced, submissionSuffix } from './replaced.ts'
import { PartWay, type PlanKind, type SendingChoice } from './sending.ts'

/** A file's place in a part. */
const PlannedItem = z.object({
  item: z.string(),
  /** Path inside the zip, with `/`: `图片/沈阳市科协-启动仪式.jpg`. */
  path: z.string(),
  name: z.string(),
  /** Its place in the submission from 1, which is the number of its row in the documents. */
  number: z.number().int().positive(),
  kind: z.enum(['image', 'video']),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().optional(),
})
export type PlannedItem = z.infer<typeof PlannedItem>

export const PlannedPart = z.object({
  /** 1 to `of`. */
  index: z.number().int().positive(),
  of: z.number().int().positive(),
  /** The zip's file name; of a part that is carried on a disk its folder's. */
  fileName: z.string(),
  way: PartWay,
  /** Its one file is larger than what the other parts may be: that is why it does not go as they do. */
  alone: z.boolean().optional(),
  items: z.array(PlannedItem),
})
export type PlannedPart = z.infer<typeof PlannedPart>

/** What will be written: the package's folder and its parts. */
export interface PackagePlan {
  readonly folderName: string
  readonly plan: PlanKind
  /** What a part that goes by ordinary mail may be, in bytes. */
  readonly cap: number
  readonly parts: readonly PlannedPart[]
  /** Why the plan that was chosen cannot carry this; never of one that we propose. */
  readonly refusal?: Refusal
  /** Why we propose this plan; absent of one that was chosen. */
  readonly reason?: SendingReason
}

export interface PlanOptions {
  /** The earlier submission that this package stands in for: it then bears another name. */
  readonly replaces?: Replaced | undefined
  readonly sending?: SendingChoice | undefined
  /** Bytes to be kept free in each part for documents and headers; without it they are estimated. */
  readonly room?: number | undefined
}

/** Items that go into a package: what the task asks for, in the order of the submission. */
export const packable = (submission: Pick<Submission, 'items'>, task: Task): Item[] =>
  belonging(task, submission.items)

/** The name of a list that lies beside the zip, to be looked at, printed and stamped. */
export const listFileName = (task: Task, tokens: Tokens, replaces?: Replaced): string =>
  `${outerName(`${task.packaging.fileName.template}${submissionSuffix(replaces)}`, tokens)}.xlsx`

/** What the plans of a submission have in common: its files under their names in the package, and what the ways carry. */
interface Outlook {
  readonly items: readonly PlannedItem[]
  readonly limits: Limits
}

export function planOutlook(task: Task, submission: Submission, { sending, room }: PlanOptions): Outlook {
  const items = packable(submission, task)
  return {
    items: plannedItems(task, submission, items),
    limits: {
      cap: capOf(task, sending),
      room: room ?? partRoom(task, { ...submission, items }),
      large: task.packaging.large,
    },
  }
}

/** What a part that goes by ordinary mail may be, in bytes: as chosen, else what the pack says of the way that mails are sent. */
function capOf({ packaging: { caps } }: Task, { cap, via }: SendingChoice = {}): number {
  return cap ?? (caps.find(({ id }) => id === via) ?? caps[0])?.bytes ?? Infinity
}

function plannedItems(task: Task, { unit }: Submission, items: readonly Item[]): PlannedItem[] {
  const names = packageNames(task, unit, items)
  return items.map((item, index) => {
    const name = names.get(item.id)?.name ?? item.id
    const kind = intendedKind(item) === 'video' ? 'video' : 'image'
    const folder = task.packaging.folders[kind]
    const { bytes, sha256 } = item.facts
    return {
      item: item.id,
      path: folder === '' ? name : `${folder}/${name}`,
      name,
      number: index + 1,
      kind,
      bytes,
      ...(sha256 && { sha256 }),
    }
  })
}

/** A task without a mailbox: what is made for it is uploaded or handed in. */
export const isHanded = ({ recipients }: Task): boolean =>
  recipients.every(({ channel }) => channel !== 'mail')

/** The plan of a submission. `tokens` name the unit, the date and whatever the pack's names ask for. */
export function planPackage(
  task: Task,
  submission: Submission,
  tokens: Tokens,
  options: PlanOptions = {},
): PackagePlan {
  const { items, limits } = planOutlook(task, submission, options)
  const { folderName: template } = task.packaging
  const common = {
    folderName: outerName(`${template}${submissionSuffix(options.replaces)}`, tokens),
    cap: limits.cap,
  }
  const named = (divisions: readonly Division<PlannedItem>[]) =>
    namedParts(task, divisions, tokens, options.replaces)
  if (isHanded(task))
    return { ...common, plan: 'one', parts: named([{ items, way: 'handed' }]), reason: { code: 'handed' } }
  const chosen = options.sending?.plan
  const { plan, reason } = chosen ? { plan: chosen } : proposePlan(items, limits)
  const { divisions, refusal } = divide(plan, items, limits)
  return { ...common, plan, parts: named(divisions), ...(refusal && { refusal }), ...(reason && { reason }) }
}
