import type { Finding } from '../findings.ts'
import { taskOf } from '../notice/choose.ts'
import type { Notice } from '../notice/notice.ts'
import type { Requirement, RequirementKind } from '../notice/requirement.ts'
import { belonging } from '../project/belonging.ts'
import type { Submission } from '../project/submission.ts'
import type { Check, Context } from './context.ts'
import { registry } from './registry.ts'

/**
 * The verdict on a submission: the one function that the window, the gate before packing and the proof
 * after it all call. Findings come in the order of the pack's requirements.
 *
 * @param now local wall-clock time at the notice's offset, `YYYY-MM-DDTHH:mm:ss`
 */
export function check(notice: Notice, submission: Submission, now: string): readonly Finding[] {
  const task = taskOf(notice, submission.task)
  if (!task) throw new RangeError(`no task ${submission.task} in ${notice.id}`)
  const context: Context = { notice, task, submission, items: belonging(task, submission.items), now }
  return task.requirements.flatMap((requirement) => judge(requirement, context))
}

function judge(requirement: Requirement, context: Context): readonly Finding[] {
  // The registry's type pairs each kind with its own check; the pairing is lost on a union.
  const one = registry[requirement.kind] as Check<RequirementKind>
  return one(requirement, context)
}
