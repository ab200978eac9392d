import { subjectOf } from '../findings.ts'
import { deadlineStanding } from '../notice/deadline.ts'
import type { Entry } from '../paper/paper.ts'
import {
  deadlineLine,
  doubtLine,
  numberOf,
  quotaLine,
  recipientLabel,
  recipientLine,
  words,
} from '../wording/checklist-words.ts'
import { fileLines, subjectLines } from '../wording/checklist-parts.ts'
import { sendingLines } from '../wording/checklist-sending.ts'
import type { Packed } from './checklist.ts'
import { belonging, distinctItems } from '../project/belonging.ts'
import { doubtLines, keptLines } from './judged-lines.ts'
import { quotaStanding } from './quota.ts'

/** The form's entries, in the order in which a leader asks: what, how much, what is wrong with it, where it goes. */
export function checklistEntries(packed: Packed): Entry[] {
  const { notice, task, submission, plan, written, mails, tokens, now } = packed
  const { unit } = submission
  const deadline = deadlineStanding(task, now)
  const quota = quotaStanding(notice, task, submission)
  const kept = keptLines(packed)
  const doubts = [
    ...(deadline?.state === 'passed' ? [doubtLine(words.overdue, [])] : []),
    ...doubtLines(packed),
  ]
  const day = now.slice(0, 10)
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
    mails.length > 0 ? wide(words.subject, subjectLines(mails)) : undefined,
    ...fileEntries(packed, fileLines(written, task, day)),
    wide(words.sending, sendingLines(task, plan, written, day)),
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

/** The parts, and what was planned and read back; beside one part's sum there is room for it, and a sheet is short. */
function fileEntries(packed: Packed, lines: readonly string[]): Entry[] {
  const proof = proofOf(packed)
  if (packed.written.length > 1) return [wide(words.files, lines), wide(words.proof, [proof])]
  return [
    wide(
      words.files,
      lines.map((line, index) => (index < lines.length - 1 ? line : `${line}　${proof}`)),
    ),
  ]
}

/** What was planned, and what came of it; rows of a list are read back out of its workbook. */
function proofOf({ plan, written, submission: { rows } }: Packed): string {
  const planned = plan.parts.reduce((sum, { items }) => sum + items.length, 0)
  const proven = written.reduce((sum, { items }) => sum + items, 0)
  const measure = planned > 0 ? '个' : '项'
  return words.proven(planned + rows.length, proven + rows.length, measure)
}

const wide = (label: string, lines: readonly string[]): Entry => ({ label, lines: [...lines], wide: true })
const narrow = (label: string, text: string): Entry => ({ label, lines: [text], wide: false })
