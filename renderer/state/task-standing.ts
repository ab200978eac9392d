import type { TaskDraft } from '../../shared/project/document.ts'
import type { TaskVerdict } from './item-verdict.ts'

/** How far a task has come, as the rail shows it. */
export type TaskStanding =
  | { readonly state: 'untouched' | 'measuring' | 'ready' | 'packed' | 'sent' }
  | { readonly state: 'missing'; readonly count: number }

/** @param measured how many of the task's files are measured */
export function taskStanding(
  { items, rows, packages }: TaskDraft,
  verdict: TaskVerdict | undefined,
  measured: number,
): TaskStanding {
  const latest = packages.at(-1)
  if (latest) {
    const all = latest.result.mails.every((_, index) => latest.sent[index] !== undefined)
    return { state: all ? 'sent' : 'packed' }
  }
  if (items.length + rows.length === 0) return { state: 'untouched' }
  if (!verdict || measured < items.length) return { state: 'measuring' }
  return verdict.errors > 0 ? { state: 'missing', count: verdict.errors } : { state: 'ready' }
}
