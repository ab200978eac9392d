import { type UnwrittenField, unwrittenFields } from '../../../shared/lists/unwritten-fields.ts'
import { deadlineStanding, type Standing } from '../../../shared/notice/deadline.ts'
import type { Notice } from '../../../shared/notice/notice.ts'
import type { Task } from '../../../shared/notice/task.ts'
import { type Counts, countsOf } from '../../../shared/packing/counts.ts'
import { type PackagePlan, planPackage } from '../../../shared/packing/plan.ts'
import type { Replaced } from '../../../shared/packing/replaced.ts'
import { type SendingOptions, sendingOptions } from '../../../shared/packing/sending-options.ts'
import type { SendingChoice } from '../../../shared/packing/sending.ts'
import { submissionTokens } from '../../../shared/packing/tokens.ts'
import { waiverLines } from '../../../shared/packing/waiver-lines.ts'
import type { Submission } from '../../../shared/project/submission.ts'
import type { Judged } from '../../../shared/rules/verdict.ts'
import { type FindingLine, openLines } from '../../state/finding-groups.ts'

/** What will be packed, to be looked over before it is. */
export interface PackSummary {
  readonly counts: Counts
  readonly bytes: number
  /** Files of the task that stay out of the package. */
  readonly leftOut: number
  readonly plan: PackagePlan
  /** The ways in which it could go out. */
  readonly sending: SendingOptions
  /** What is kept all the same, a line each. */
  readonly waivers: readonly string[]
  /** What is written in the list and has no column in the clerk's own workbook. */
  readonly unwritten: readonly UnwrittenField[]
  /** What should be looked at but does not hold anything up. */
  readonly warnings: readonly FindingLine[]
  readonly deadline: Standing | undefined
  readonly recipient: Task['recipients'][number] | undefined
}

interface Given {
  readonly notice: Notice
  readonly task: Task
  readonly submission: Submission
  readonly judged: readonly Judged[]
  readonly replaces: Replaced | undefined
  /** What the clerk has chosen of it. */
  readonly choice: SendingChoice | undefined
  /** Local wall-clock time at the notice's offset. */
  readonly now: string
}

/** The package as it would be written now. */
export function packSummary(given: Given): PackSummary {
  const { task, submission, judged, now } = given
  const { plan, sending } = packPlans(given)
  const planned = plan.parts.flatMap(({ items }) => items)
  const bytes = planned.reduce((sum, item) => sum + item.bytes, 0)
  return {
    counts: countsOf(submission, task),
    bytes,
    leftOut: submission.items.length - planned.length,
    plan,
    sending,
    waivers: waiverLines(task, submission, judged).map((line) => line.replace(/^· /, '')),
    unwritten:
      task.kind === 'table' && submission.template
        ? unwrittenFields(task, submission.template, submission)
        : [],
    // The deadline has a line of its own.
    warnings: openLines(judged, 'warning').filter(({ code }) => !code.startsWith('deadline-')),
    deadline: deadlineStanding(task, now),
    recipient: task.recipients[0],
  }
}

/** The plan that would be carried out now, and those that could be. */
function packPlans({ notice, task, submission, replaces, choice, now }: Given): {
  readonly plan: PackagePlan
  readonly sending: SendingOptions
} {
  const tokens = submissionTokens(notice, task, submission, now)
  const options = { replaces, sending: choice }
  return {
    plan: planPackage(task, submission, tokens, options),
    sending: sendingOptions(task, submission, tokens, options),
  }
}
