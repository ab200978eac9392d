import type { Facts } from '../../shared/facts.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import type { ProjectDocument } from '../../shared/project/document.ts'
import type { Edit } from '../../shared/project/edit.ts'
import type { Judged } from '../../shared/rules/verdict.ts'
import type { ItemVerdict, TaskVerdict } from './item-verdict.ts'

/** What the window tells the judge: the project once, then every edit and measurement, so that both hold the same. */
export type ToJudge =
  | { readonly type: 'open'; readonly notice: Notice; readonly document: ProjectDocument }
  | { readonly type: 'document'; readonly document: ProjectDocument }
  | { readonly type: 'edits'; readonly edits: readonly Edit[] }
  | { readonly type: 'facts'; readonly facts: readonly (readonly [string, Facts])[] }
  /** Local wall-clock time at the notice's offset. */
  | { readonly type: 'clock'; readonly now: string }

/** What is another than it was, by id, and what is not there any more. */
export interface Changed<T> {
  readonly changed: readonly (readonly [string, T])[]
  readonly gone: readonly string[]
}

/** What is different in a task since the last verdict: of thousands of files or rows, few change at a time. */
export interface VerdictChange {
  readonly task: string
  readonly items: Changed<ItemVerdict>
  readonly rows: Changed<readonly Judged[]>
  readonly rest: Omit<TaskVerdict, 'items' | 'rows'>
}
/** Answers count the messages they take into account. */
export interface FromJudge {
  readonly heard: number
  readonly changes: readonly VerdictChange[]
}
