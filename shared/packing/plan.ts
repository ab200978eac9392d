import { z } from 'zod'
import type { Tokens } from '../naming/fill-template.ts'
import type { Task } from '../notice/task.ts'
import { belonging } from '../project/belonging.ts'
import type { Item, Submission } from '../project/submission.ts'
import { documentsBeyond, type Limits, type Refusal } from './divide.ts'
import { namedParts } from './named-parts.ts'
import { outerName } from './outer-name.ts'
import { planOutlook } from './outlook.ts'
import { proposePlan } from './propose-plan.ts'
import { type Replaced, submissionSuffix } from './replaced.ts'
import type { SendingReason } from './sending-reason.ts'
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
  /** Its files do not fit where those of the other parts go: that is why they go another way. */
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
  /** Whether drafts of the mails are wanted: then we propose what can be in them. */
  readonly drafts?: boolean | undefined
  /** Bytes to be kept free in each part for documents and headers; without it they are estimated. */
  readonly room?: number | undefined
}

/** Items that go into a package: what the task asks for, in the order of the submission. */
export const packable = (submission: Pick<Submission, 'items'>, task: Task): Item[] =>
  belonging(task, submission.items)

/** The plan of a submission. `tokens` name the unit, the date and whatever the pack's names ask for. */
export function planPackage(
  task: Task,
  submission: Submission,
  tokens: Tokens,
  options: PlanOptions = {},
): PackagePlan {
  const { replaces, sending = {}, drafts } = options
  const outlook = planOutlook(task, submission, options)
  const { items, limits } = outlook
  const chosen = planAskedFor(sending, limits)
  const { plan, reason } = chosen ? { plan: chosen } : proposePlan(items, limits, drafts)
  return {
    folderName: outerName(`${task.packaging.folderName}${submissionSuffix(replaces)}`, tokens),
    cap: limits.cap,
    plan,
    ...namedParts(plan, outlook, { task, tokens, replaces }),
    ...(reason && { reason }),
  }
}

/**
 * The plan that was chosen; undefined where it is for us to propose. Whoever names a cap wants mails of that size: where it
 * holds not even the documents, they are refused, and no other way is taken unasked.
 */
function planAskedFor({ plan, cap }: SendingChoice, limits: Limits): PlanKind | undefined {
  if (limits.handed) return undefined
  return plan ?? (cap !== undefined && documentsBeyond(limits) ? 'split' : undefined)
}
