import type { Tokens } from '../naming/fill-template.ts'
import type { Task } from '../notice/task.ts'
import type { Submission } from '../project/submission.ts'
import type { Refusal } from './divide.ts'
import { namedParts } from './named-parts.ts'
import { planOutlook } from './outlook.ts'
import type { PlannedPart, PlanOptions } from './plan.ts'
import { proposePlan } from './propose-plan.ts'
import type { SendingReason } from './sending-reason.ts'
import { PlanKind } from './sending.ts'

/** One way of sending the submission, and the parts that it makes of it. */
export interface SendingOption {
  readonly plan: PlanKind
  readonly parts: readonly PlannedPart[]
  /** Why it cannot be chosen. */
  readonly refusal?: Refusal
}

export interface SendingOptions {
  /** All four, or the only one where the task names no mailbox. */
  readonly options: readonly SendingOption[]
  readonly recommended: PlanKind
  readonly reason: SendingReason
}

/**
 * The ways in which a submission can be sent, with the parts of each, and the one that we propose. `options.sending.plan` is
 * left out of account: it is what is being chosen.
 */
export function sendingOptions(
  task: Task,
  submission: Submission,
  tokens: Tokens,
  options: PlanOptions = {},
): SendingOptions {
  const outlook = planOutlook(task, submission, options)
  const naming = { task, tokens, replaces: options.replaces }
  const { plan: recommended, reason } = proposePlan(outlook.items, outlook.limits, options.drafts)
  const plans = outlook.limits.handed ? [recommended] : PlanKind.options
  return {
    options: plans.map((plan) => ({ plan, ...namedParts(plan, outlook, naming) })),
    recommended,
    reason,
  }
}
