import { type Finding, subjectOf } from '../../../shared/findings.ts'
import type { EditOf } from '../../../shared/project/edit.ts'
import { speaksOf } from '../../../shared/rules/verdict.ts'
import type { Waiver } from '../../../shared/project/submission.ts'

/**
 * Keeps a finding with a reason. One about a text is named by its rule: a reason for a missing place says nothing of
 * a missing caption, though both have one code.
 */
export function waiveEdit(task: string, finding: Finding, reason: string): EditOf<'waive'> {
  const { code, rule, subject } = finding
  const item = subjectOf(finding)
  return {
    type: 'waive',
    task,
    code: subject.field === undefined ? code : rule,
    ...(item !== undefined && { item }),
    reason,
  }
}

/** The waiver that covers a finding, as the verdict finds it. */
export const waiverOf = (waivers: readonly Waiver[], finding: Finding): Waiver | undefined =>
  waivers.find((one) => speaksOf(one, finding))
