import type { Facts } from '../../shared/facts.ts'
import { taskOf } from '../../shared/notice/choose.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import { packageNames } from '../../shared/naming/package-names.ts'
import { contentMark } from '../../shared/packing/content-mark.ts'
import { countsOf } from '../../shared/packing/counts.ts'
import { packable } from '../../shared/packing/plan.ts'
import { quotaStanding } from '../../shared/packing/quota.ts'
import { draftSubmission } from '../../shared/project/draft-submission.ts'
import { type ProjectDocument, taskDraft } from '../../shared/project/document.ts'
import { check } from '../../shared/rules/check.ts'
import { type Judged, judged } from '../../shared/rules/verdict.ts'
import { openLines } from './finding-groups.ts'
import { type ItemState, itemState, type ItemVerdict, type TaskVerdict } from './item-verdict.ts'

/**
 * The verdict on one task of a project, by the same `check` that the engine calls before it packs.
 *
 * @param now local wall-clock time at the notice's offset
 */
export function judgeTask(
  notice: Notice,
  document: ProjectDocument,
  taskId: string,
  facts: ReadonlyMap<string, Facts>,
  now: string,
): TaskVerdict {
  const task = taskOf(notice, taskId)
  if (!task) throw new RangeError(`no task ${taskId}`)
  const submission = draftSubmission(document, taskId, (id) => facts.get(id))
  const all = judged(task, check(notice, submission, now), submission.waivers)
  const ofItems = new Map<string, Judged[]>()
  const rows = new Map<string, Judged[]>()
  const whole: Judged[] = []
  for (const one of all) {
    const { item, row } = one.finding.subject
    const [of, id] = item === undefined ? [rows, row] : [ofItems, item]
    if (id === undefined) whole.push(one)
    else if (!of.get(id)?.push(one)) of.set(id, [one])
  }
  const packed = packable(submission, task)
  const names = packageNames(task, submission.unit, packed)
  const states: Record<ItemState, number> = { bad: 0, incomplete: 0, doubtful: 0, fine: 0, 'left-out': 0 }
  const items = new Map<string, ItemVerdict>()
  for (const { id } of submission.items) {
    const own = ofItems.get(id) ?? []
    const name = names.get(id)
    const state = itemState(own, name !== undefined)
    states[state] += 1
    items.set(id, { state, judged: own, name })
  }
  return {
    items,
    rows,
    whole,
    counts: countsOf({ items: packed, rows: submission.rows }),
    quota: quotaStanding(notice, task, submission),
    states,
    errors: openLines(all, 'error').reduce((sum, { count }) => sum + count, 0),
    mark: contentMark(submission, packed, taskDraft(document, taskId).sending),
  }
}
