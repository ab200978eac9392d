import { subjectOf } from '../findings.ts'
import { deadlineStanding } from '../notice/deadline.ts'
import type { Entry } from '../paper/paper.ts'
import {
  archiveLine,
  deadlineLine,
  doubtLine,
  numberOf,
  quotaLine,
  recipientLabel,
  recipientLine,
  sendingLines,
  words,
} from '../wording/checklist-words.ts'
import type { Packed } from './checklist.ts'
import { belonging, distinctItems } from '../project/belonging.ts'
import { doubtLines, keptLines } from './judged-lines.ts'
import type { Mail } from './mail.ts'
import { quotaStanding } from './quota.ts'
import { sendingWay } from './sending-way.ts'

/** The form's entries, in the order in which a leader asks: what, how much, what is wrong with it, where it goes. */
export function checklistEntries(packed: Packed): Entry[] {
  const { notice, task, submission, written, mails, tokens, now } = packed
  const { unit } = submission
  const deadline = deadlineStanding(task, now)
  const quota = quotaStanding(notice, task, submission)
  const way = sendingWay(task, written.map(({ bytes }) => bytes), now.slice(0, 10)) // prettier-ignore
  const kept = keptLines(packed)
  const doubts = [
    ...(deadline?.state === 'passed' ? [doubtLine(words.overdue, [])] : []),
    ...doubtLines(packed),
  ]
  const mail = mails[0]
  const entries: (Entry | undefined)[] = [
    wide(words.notice, [`《${notice.title}》${numberOf(notice)}`]),
    narrow(words.unit, unit ? `${unit.name}（${tokens['unitClass'] ?? ''}）` : ''),
    narrow(words.task, `${task.annex}　${task.title}`),
    narrow(words.deadline, deadline ? deadlineLine(deadline) : words.noDeadline),
    narrow(words.contact, unit ? `${unit.contact}　${tokens['phone'] ?? ''}` : ''),
    wide(words.quota, [
      quota
        ? quotaLine(quota, {
            counts: tokens['countsProse'] ?? '',
            repeated: repeatedOf(packed),
            kept: keptOf(packed),
          })
        : `${tokens['countsProse'] ?? ''}，${words.noQuota}`,
    ]),
    ...(kept.length + doubts.length > 0
      ? [
          wide(words.kept, kept.length > 0 ? kept : [words.noneKept]),
          wide(words.doubts, doubts.length > 0 ? doubts : [words.noneDoubted]),
        ]
      : [narrow(words.kept, words.noneKept), narrow(words.doubts, words.noneDoubted)]),
    wide(recipientLabel(task.recipients), task.recipients.map(recipientLine)),
    mail &&
      wide(
        words.subject,
        mails.map(({ subject }, index) =>
          index < mails.length - 1 ? subject : `${subject}${subjectNote(mail)}`,
        ),
      ),
    wide(
      words.files,
      written.flatMap(({ fileName, bytes, sha256 }) => [archiveLine(fileName, bytes), words.digest(sha256)]),
    ),
    wide(words.sending, sendingLines(way, written.length)),
  ]
  return entries.filter((entry) => entry !== undefined)
}

/** How many files are there a second time. */
function repeatedOf({ task, submission }: Packed): number {
  const items = belonging(task, submission.items)
  return items.length - distinctItems(items).length
}

/** How many files or rows break a rule, and go out with a reason. */
const keptOf = ({ verdict }: Packed): number =>
  new Set(
    verdict.flatMap(({ finding, waived }) => {
      const id = subjectOf(finding)
      return waived !== undefined && finding.severity === 'error' && id !== undefined ? [id] : []
    }),
  ).size

const subjectNote = ({ mandated }: Mail): string => (mandated ? words.mandated : words.suggested)

const wide = (label: string, lines: readonly string[]): Entry => ({ label, lines: [...lines], wide: true })
const narrow = (label: string, text: string): Entry => ({ label, lines: [text], wide: false })
