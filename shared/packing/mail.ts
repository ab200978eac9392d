import { z } from 'zod'
import { fillLines, type Tokens } from '../naming/fill-template.ts'
import type { Task } from '../notice/task.ts'
import { dateText } from '../wording/measures.ts'
import { aloneText } from '../wording/alone-words.ts'
import { comesBy, diskText, largeName } from '../wording/sending-words.ts'
import { sizeText } from '../wording/size-text.ts'
import { expiryOf } from './expiry.ts'
import { checksumsName } from './manifest.ts'
import { mailSubject } from './mail-subject.ts'
import { partContents, rangesText } from './part-contents.ts'
import type { PackagePlan } from './plan.ts'
import { PartWay } from './sending.ts'

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
 * One mail for each part; a task without a mailbox has none. That of a part which is carried on a disk has nothing
 * attached: it tells the receiver what comes.
 *
 * @param day of sending, `YYYY-MM-DD`: what the mail's own disks keep expires counted from it
 */
export function mailsFor(
  task: Task,
  plan: Pick<PackagePlan, 'parts' | 'cap'>,
  parts: readonly WrittenPart[],
  tokens: Tokens,
  day: string,
): Mail[] {
  const recipient = task.recipients.find((one) => one.channel === 'mail')
  if (!recipient) return []
  const of = parts.length
  // Two mails （1/3） of one unit cannot be told apart in an inbox. What the notice prescribes stays as it is.
  const isOurs = task.subject.standing === 'suggested'
  const again = isOurs && tokens['ordinal'] !== undefined ? `（${tokens['ordinal']}）` : ''
  return parts.map((part, index) => {
    const planned = plan.parts[index]
    const all = {
      ...tokens,
      ...(planned &&
        of > 1 && {
          partLine: `本邮件为第${index + 1}封，共${of}封，本包装有${partContents(planned)}${othersText(task, parts, index)}`,
        }),
      ...(planned && { alone: aloneText(planned, plan.cap, task) }),
      ...wayTokens(task, part.way, day, of),
      person: recipient.person,
      parts: partLines(part),
    }
    return {
      to: recipient.address,
      subject: `${mailSubject(task.subject.template, all)}${again}${of > 1 ? `（${index + 1}/${of}）` : ''}`,
      mandated: task.subject.standing === 'mandated',
      body: fillLines(task.body, all).join('\n'),
      attachments: part.way === 'disk' ? [] : [part.path],
      way: part.way,
    }
  })
}

/** What comes in another way than with this mail: ；第4包用超大附件发送. Whoever misses that mail knows what to ask for. */
function othersText(task: Task, parts: readonly WrittenPart[], own: number): string {
  return (['large', 'disk'] as const)
    .map((way) => ({
      way,
      numbers: parts.flatMap((part, index) => (part.way === way && index !== own ? [index + 1] : [])),
    }))
    .filter(({ way, numbers }) => numbers.length > 0 && parts[own]?.way !== way)
    .map(({ way, numbers }) => `；第${rangesText(numbers)}包${comesBy(way, task)}`)
    .join('')
}

/** What the receiver must know of the way in which a part comes. */
function wayTokens(task: Task, way: PartWay, day: string, of: number): Tokens {
  const expires = expiryOf(task, way, day)
  return {
    ...(expires !== undefined && {
      large: largeName(task),
      days: String(task.packaging.large?.days ?? ''),
      // It may be sent later than on the day of packing: the date stands with the day that it is counted from.
      uploaded: dateText(day),
      expires: dateText(expires),
    }),
    ...(way === 'disk' && { disk: diskText(of) }),
  }
}

/** A part with its sum, as the mail states it and `mailedChecksum` finds it. */
function partLines({ fileName, bytes, sha256, way }: WrittenPart): string {
  const isFolder = way === 'disk'
  return [
    `${fileName}（${isFolder ? '文件夹，' : ''}${sizeText(bytes)}）`,
    `SHA-256：${sha256}${isFolder ? `（文件夹里 ${checksumsName} 的校验值）` : ''}`,
  ].join('\n')
}
