import type { MediaKind } from '../facts.ts'
import type { Finding, FindingCode, FindingOf, Severity, Subject } from '../findings.ts'
import type { Notice } from '../notice/notice.ts'
import type { Requirement, RequirementKind, RequirementOf } from '../notice/requirement.ts'
import type { Task } from '../notice/task.ts'
import { intendedKind } from '../project/item-kind.ts'
import type { Item, Submission } from '../project/submission.ts'

/** What a check may look at. */
export interface Context {
  readonly notice: Notice
  readonly task: Task
  readonly submission: Submission
  /** The submission's items that belong to the task; the others are the business of `belongs` alone. */
  readonly items: readonly Item[]
  /** Local wall-clock time of the check, `YYYY-MM-DDTHH:mm:ss`. */
  readonly now: string
}

/** One kind of requirement, judged: a pure function of the requirement and the submission. */
export type Check<K extends RequirementKind> = (
  requirement: RequirementOf<K>,
  context: Context,
) => readonly Finding[]

type Parameters<C extends FindingCode> = Pick<FindingOf<C>, 'expected' | 'actual'>

/** A finding under the requirement, with its severity unless another is given. */
export function finding<C extends FindingCode>(
  requirement: Requirement,
  code: C,
  subject: Subject,
  parameters: Parameters<C>,
  severity: Severity = requirement.severity,
): Finding {
  const made: FindingOf<C> = {
    rule: requirement.id,
    code,
    severity,
    subject,
    expected: parameters.expected,
    actual: parameters.actual,
    clause: requirement.basis.clause,
  }
  return made as Finding
}

/** The items that a requirement on media speaks of. */
export const itemsOf = ({ items }: Context, media: Exclude<MediaKind, 'other'> | 'any'): Item[] =>
  items.filter((item) => media === 'any' || intendedKind(item) === media)

/** Items whose figures mean something: media by their content, neither damaged nor unread. */
export function measurable(context: Context, media: 'image' | 'video' | 'any'): Item[] {
  return itemsOf(context, media).filter(
    ({ facts: { kind, condition } }) =>
      kind !== 'other' && (condition.state === 'whole' || condition.state === 'unchecked'),
  )
}

/** A value that a clerk has written in a field of a file or of a row. */
export interface Cell {
  readonly subject: Subject
  /** Trimmed; empty when nothing is written. */
  readonly text: string
}

/** The field's cells over all files and rows of the task. */
export function cellsOf(context: Context, field: string): Cell[] {
  const text = (fields: Readonly<Record<string, string>>) => (fields[field] ?? '').trim()
  // A record is one form: its fields stand in its row, and the files beside it have none of their own.
  const items = context.task.kind === 'record' ? [] : itemsOf(context, 'any')
  return [
    ...items.map((item) => ({ subject: { item: item.id, field }, text: text(item.fields) })),
    ...context.submission.rows.map((row) => ({ subject: { row: row.id, field }, text: text(row.fields) })),
  ]
}

/** Cells with something in them. */
export const filledCells = (context: Context, field: string): Cell[] =>
  cellsOf(context, field).filter(({ text }) => text !== '')
