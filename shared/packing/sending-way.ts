import type { Task } from '../notice/task.ts'
import { dayAfter } from '../text/wall-clock.ts'

type Cap = Task['packaging']['caps'][number]

/** Which ways of sending can carry a file of that size, and which cannot. */
export interface CapStanding {
  readonly exceeded: readonly Cap[]
  readonly kept: readonly Cap[]
}

export function capsFor({ packaging: { caps } }: Task, bytes: number): CapStanding {
  return {
    exceeded: caps.filter((cap) => bytes > cap.bytes),
    kept: caps.filter((cap) => bytes <= cap.bytes),
  }
}

/** How archives of such sizes go out. */
export type SendingWay =
  | { readonly way: 'attachment'; readonly caps: CapStanding }
  /** `expires` is the first day on which a link made on the given day may be dead. */
  | { readonly way: 'large'; readonly label: string; readonly days: number; readonly expires: string }
  | { readonly way: 'disk' }
  | { readonly way: 'upload' | 'by-hand'; readonly address: string; readonly note: string }

/**
 * The way that the largest of the archives must go.
 *
 * @param day of sending, `YYYY-MM-DD`
 */
export function sendingWay(task: Task, sizes: readonly number[], day: string): SendingWay {
  // A task with a mailbox goes by mail, whatever else it names.
  const recipient = task.recipients.find(({ channel }) => channel === 'mail') ?? task.recipients[0]
  if (recipient && recipient.channel !== 'mail')
    return { way: recipient.channel, address: recipient.address, note: recipient.note }
  const most = Math.max(0, ...sizes)
  const caps = capsFor(task, most)
  if (caps.exceeded.length === 0 || caps.kept.length > 0) return { way: 'attachment', caps }
  const { large } = task.packaging
  // Where the pack says nothing of such attachments, nobody knows what they carry.
  if (!large || most > large.bytes) return { way: 'disk' }
  return { way: 'large', label: large.label, days: large.days, expires: dayAfter(day, large.days) }
}
