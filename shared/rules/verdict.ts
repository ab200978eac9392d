import type { Finding } from '../findings.ts'
import { requirementById } from '../notice/choose.ts'
import type { Task } from '../notice/task.ts'
import type { Waiver } from '../project/submission.ts'

/** A finding with what the clerk decided about it. */
export interface Judged {
  readonly finding: Finding
  /** The reason it is kept with, when a waiver covers it. */
  readonly waived: string | undefined
}

/** Findings with the waivers laid over them; a rule that may not be waived stays as it is. */
export function judged(task: Task, findings: readonly Finding[], waivers: readonly Waiver[]): Judged[] {
  return findings.map((finding) => {
    const waivable = requirementById(task, finding.rule)?.waivable === true
    const waiver = waivers.find(
      ({ code, item }) => code === finding.code && (item === undefined || item === finding.subject.item),
    )
    return { finding, waived: waivable && waiver ? waiver.reason : undefined }
  })
}

/** Errors that nothing excuses: while there is one, nothing is packed. */
export const blocking = (all: readonly Judged[]): Finding[] =>
  all
    .filter(({ finding, waived }) => finding.severity === 'error' && waived === undefined)
    .map(({ finding }) => finding)

/** What is kept all the same, each code and reason once. */
export function waivedReasons(all: readonly Judged[]): { code: string; reason: string }[] {
  const reasons = all.flatMap(({ finding, waived }) =>
    waived === undefined ? [] : [{ code: finding.code, reason: waived }],
  )
  return [...new Map(reasons.map((one) => [`${one.code}\n${one.reason}`, one])).values()]
}
