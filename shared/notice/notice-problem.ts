/** What can be wrong with a rule pack. */
export const noticeProblems = [
  'not-json',
  'unknown-kind',
  'missing',
  'unknown-key',
  'wrong-value',
  'upside-down',
  'duplicate-id',
  'unknown-field',
  'unknown-unit-class',
  'unknown-milestone',
  'unknown-declaration',
  'unknown-requirement',
  'unknown-task',
  'unknown-token',
  'no-choices',
] as const
export type NoticeProblemCode = (typeof noticeProblems)[number]

/** One thing wrong with a rule pack, at a path such as `tasks.0.requirements.3.kind`. */
export interface NoticeProblem {
  readonly path: string
  readonly problem: NoticeProblemCode
  /** The value or key at fault, or what the schema said. */
  readonly detail: string
}
