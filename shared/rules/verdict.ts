import { type Finding, subjectOf } from '../findings.ts'
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
  return findings.map((finding) => ({
    finding,
    waived: isWaivable(task, finding)
      ? waivers.find((waiver) => speaksOf(waiver, finding))?.reason
      : undefined,
  }))
}

const isWaivable = (task: Task, { rule }: Finding): boolean => requirementById(task, rule)?.waivable === true

/**
 * A waiver names a code (`text-missing`, whatever the field) or a rule of the pack (`caption-required`), and may name one
 * file or one row of a list.
 */
export const speaksOf = ({ code, item }: Waiver, { code: found, rule, subject }: Finding): boolean =>
  (code === found || code === rule) && (item === undefined || item === subjectOf({ subject }))

/**
 * What is wrong with a waiver, for a typing error must not pass for consent. `unknown`: it speaks of nothing that
 * was found. `refused`: none of what it speaks of may be waived.
 */
export function waiverProblem(
  task: Task,
  findings: readonly Finding[],
  waiver: Waiver,
): 'unknown' | 'refused' | undefined {
  const meant = findings.filter((finding) => speaksOf(waiver, finding))
  if (meant.length === 0) return 'unknown'
  return meant.some((finding) => isWaivable(task, finding)) ? undefined : 'refused'
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
