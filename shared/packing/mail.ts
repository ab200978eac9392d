import { z } from 'zod'
import { fillLines, type Tokens } from '../naming/fill-template.ts'
import type { Task } from '../notice/task.ts'
import { dateText } from '../wording/measures.ts'
import { sizeText } from '../wording/size-text.ts'
import { mailSubject } from './mail-subject.ts'
import type { PackagePlan } from './plan.ts'
import { PartWay } from './sending.ts'
import { sendingWay } from './sending-way.ts'

/** A mail to be sent by the clerk's own program. */
export const Mail = z.object({
  to: z.string(),
  subject: z.string(),
  /** Whether the notice prescribes the subject; otherwise it is our proposal. */
  mandated: z.boolean(),
  body: z.string(),
  /** Paths of the files to attach; empty for one that only tells of what comes on a disk. */
  attachments: z.array(z.string()),
  /** How its part goes out; absent in what was written before there were several ways. */
  way: PartWay.optional(),
})
export type Mail = z.infer<typeof Mail>

export interface WrittenPart {
  readonly path: string
  readonly fileName: string
  readonly bytes: number
  readonly sha256: string
  readonly way: PartWay
}

/**
 * One mail for each part that goes by mail; a task without a mailbox has none.
 *
 * @param day of sending, `YYYY-MM-DD`: what the mail's own disks keep expires counted from it
 */
export function mailsFor(
  task: Task,
  _plan: Pick<PackagePlan, 'parts'>,
  parts: readonly WrittenPart[],
  tokens: Tokens,
  day: string,
): Mail[] {
  const recipient = task.recipients.find((one) => one.channel === 'mail')
  if (!recipient) return []
  return parts.map((part, index) => {
    const turn = parts.length > 1 ? `（${index + 1}/${parts.length}）` : ''
    const way = sendingWay(task, [part.bytes], day)
    const kept = way.way === 'large' && { large: way.label, expires: dateText(way.expires) }
    const all = { ...tokens, ...kept, person: recipient.person, parts: partLines([part]) }
    return {
      to: recipient.address,
      subject: `${mailSubject(task.subject.template, all)}${turn}`,
      mandated: task.subject.standing === 'mandated',
      body: fillLines(task.body, all).join('\n'),
      attachments: [part.path],
      way: part.way,
    }
  })
}

const partLines = (parts: readonly WrittenPart[]): string =>
  parts
    .map(({ fileName, bytes, sha256 }) => `${fileName}（${sizeText(bytes)}）\nSHA-256：${sha256}`)
    .join('\n')
