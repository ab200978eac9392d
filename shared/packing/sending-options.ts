import type { Tokens } from '../naming/fill-template.ts'
import type { Task } from '../notice/task.ts'
import type { Submission } from '../project/submission.ts'
import { divide, type Refusal } from './divide.ts'
import { namedParts } from './named-parts.ts'
import { isHanded, planOutlook, type PlanOptions, type PlannedPart } from './plan.ts'
import { proposePlan, type SendingReason } from './propose-plan.ts'
import { PlanKind } from './sending.ts'

export type { Refusal } from './divide.ts'
export type { SendingReason } from './propose-plan.ts'

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
  const { items, limits } = planOutlook(task, submission, options)
  const named = (divisions: Parameters<typeof namedParts>[1]) =>
    namedParts(task, divisions, tokens, options.replaces)
  if (isHanded(task)) {
    const parts = named([{ items, way: 'handed' }])
    return { options: [{ plan: 'one', parts }], recommended: 'one', reason: { code: 'handed' } }
  }
  const { plan: recommended, reason } = proposePlan(items, limits)
  return {
    options: PlanKind.options.map((plan) => {
      const { divisions, refusal } = divide(plan, items, limits)
      return { plan, parts: named(divisions), ...(refusal && { refusal }) }
    }),
    recommended,
    reason,
  }
}
