import { divide, type Limits, sumOf } from './divide.ts'
import type { PlanKind } from './sending.ts'

/** Why a way is recommended. Sizes in bytes, with room for documents; `limit` is what one mail carries. */
export type SendingReason =
  /** The task names no mailbox. */
  | { readonly code: 'handed' }
  | { readonly code: 'fits-one'; readonly bytes: number; readonly limit: number }
  /** `alone` of the mails are about one file that no ordinary mail carries. */
  | {
      readonly code: 'few-mails'
      readonly bytes: number
      readonly limit: number
      readonly mails: number
      readonly alone: number
    }
  /** `mails` it would be, `most` is how many we propose. */
  | {
      readonly code: 'many-mails'
      readonly bytes: number
      readonly limit: number
      readonly mails: number
      readonly most: number
    }
  /** Parting it helps nothing: each file is larger than a mail, or the documents are. */
  | { readonly code: 'beyond-mail'; readonly bytes: number; readonly limit: number }
  /** Not even the mail's own disks carry it; `limit` is theirs, 0 where the pack knows of none. */
  | { readonly code: 'beyond-large'; readonly bytes: number; readonly limit: number }

/**
 * More mails than these nobody sends without an error: each takes a minute of uploading and copying, and the receiver has
 * to find all of them again.
 */
export const mostMails = 4

/** The plan that we recommend: the plainest that carries everything. */
export function proposePlan(
  items: readonly { readonly bytes: number }[],
  limits: Limits,
): { readonly plan: PlanKind; readonly reason: SendingReason } {
  const bytes = sumOf(items) + limits.room
  const figures = { bytes, limit: limits.cap }
  if (!divide('one', items, limits).refusal) return { plan: 'one', reason: { code: 'fits-one', ...figures } }
  const split = divide('split', items, limits)
  const mails = split.divisions.length
  const alone = split.divisions.filter((division) => division.alone).length
  const parts = !split.refusal && alone < mails
  if (parts && mails <= mostMails)
    return { plan: 'split', reason: { code: 'few-mails', ...figures, mails, alone } }
  const { refusal } = divide('big', items, limits)
  if (refusal) return { plan: 'disk', reason: { code: 'beyond-large', ...refusal } }
  return {
    plan: 'big',
    reason: parts
      ? { code: 'many-mails', ...figures, mails, most: mostMails }
      : { code: 'beyond-mail', ...figures },
  }
}
