import { newestPackage, type PackageRecord, type TaskDraft } from '../../shared/project/document.ts'
import type { TaskVerdict } from './item-verdict.ts'

/** How far a task has come, as the rail shows it. */
export type TaskStanding =
  | { readonly state: 'untouched' | 'measuring' | 'ready' | 'sent' }
  /** So many of its mails were sent. */
  | { readonly state: 'packed'; readonly sent: number; readonly mails: number }
  /** Something was changed since it was packed. */
  | { readonly state: 'changed' }
  | { readonly state: 'missing'; readonly count: number }

/** @param measured how many of the task's files are measured */
export function taskStanding(
  draft: TaskDraft,
  verdict: TaskVerdict | undefined,
  measured: number,
): TaskStanding {
  const { items, rows } = draft
  const latest = newestPackage(draft)
  if (items.length + rows.length === 0 && !latest) return { state: 'untouched' }
  if (!verdict || measured < items.length) return { state: 'measuring' }
  if (latest && !isOutdated(latest, verdict)) {
    const mails = latest.result.mails.length
    return isSent(latest)
      ? { state: 'sent' }
      : { state: 'packed', sent: Object.keys(latest.sent).length, mails }
  }
  if (verdict.errors > 0) return { state: 'missing', count: verdict.errors }
  return { state: latest ? 'changed' : 'ready' }
}

/** Whether the draft is not what was packed any more. */
export const isOutdated = (record: PackageRecord, verdict: TaskVerdict | undefined): boolean =>
  record.mark !== undefined && verdict !== undefined && record.mark !== verdict.mark

/** Whether all its mails were sent. */
export const isSent = ({ result, sent }: PackageRecord): boolean =>
  result.mails.length > 0 && result.mails.every((_, index) => sent[index] !== undefined)
