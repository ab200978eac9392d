import { type Divided, divide, type Limits, sumOf } from './divide.ts'
import type { SendingReason } from './sending-reason.ts'
import type { PlanKind } from './sending.ts'

/**
 * More ordinary mails than these nobody sends without an error: each takes a minute of uploading and copying, and the receiver
 * has to find all of them again.
 */
export const mostMails = 4
/** Parts with files that no mail carries may come on top of them: each is another way of sending, to be kept apart. */
export const mostAlone = 2

/**
 * The plan that we recommend: the plainest that carries everything.
 *
 * @param drafts whether drafts of the mails are wanted: they can hold ordinary attachments only, however many mails it makes
 */
export function proposePlan(
  items: readonly { readonly bytes: number }[],
  limits: Limits,
  drafts = false,
): { readonly plan: PlanKind; readonly reason: SendingReason } {
  if (limits.handed) return { plan: 'one', reason: { code: 'handed' } }
  const figures = { bytes: sumOf(items) + limits.room, limit: limits.cap }
  if (!divide('one', items, limits).refusal) return { plan: 'one', reason: { code: 'fits-one', ...figures } }

  const split = divide('split', items, limits)
  const mails = split.divisions.length
  const alone = split.divisions.filter((division) => division.alone)
  const ordinary = split.refusal ? 0 : mails - alone.length
  const isFew = ordinary <= mostMails && alone.length <= mostAlone
  if (ordinary > 0 && (isFew || drafts)) {
    const counts = {
      mails,
      alone: alone.flatMap((division) => division.items).length,
      carried: carriedOf(split),
    }
    return {
      plan: 'split',
      reason: { code: 'few-mails', ...figures, ...counts, ...(!isFew && { drafts: true }) },
    }
  }

  const big = divide('big', items, limits)
  if (big.refusal) {
    const { bytes, limit } = big.refusal
    return { plan: 'disk', reason: { code: 'beyond-large', bytes, limit } }
  }
  const carried = carriedOf(big)
  return {
    plan: 'big',
    reason:
      ordinary > 0
        ? { code: 'many-mails', ...figures, mails, most: mostMails, carried }
        : { code: 'beyond-mail', ...figures, carried },
  }
}

/** How many files are carried on a disk. */
const carriedOf = ({ divisions }: Divided<unknown>): number =>
  divisions.filter(({ way }) => way === 'disk').flatMap(({ items }) => items).length
