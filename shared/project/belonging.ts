import type { MediaKind } from '../facts.ts'
import { type LivePhoto, livePhotoPairs } from '../naming/origin.ts'
import { requirementsOf } from '../notice/choose.ts'
import type { Task } from '../notice/task.ts'
import { intendedKind } from './item-kind.ts'
import type { Item } from './submission.ts'

/** Whether the task asks for files of the kind. */
export function isAsked(task: Task, kind: MediaKind): boolean {
  if (kind === 'other') return false
  const formats = requirementsOf(task, 'format')
  return formats.length === 0 || formats.some(({ media }) => media === kind || media === 'any')
}

/** Live photos among the items. A task without pictures takes a short video for a video. */
export const livePhotosOf = (task: Task, items: readonly Item[]): LivePhoto<Item>[] =>
  isAsked(task, 'image') ? livePhotoPairs(items.filter((item) => intendedKind(item) !== 'other')) : []

/**
 * The items that are submitted: pictures and videos of the kinds that the task asks for, without the moving halves
 * of live photos. They alone are judged, counted, named and packed. A task that has no rule on what belongs takes
 * every picture and video, for nobody would tell the clerk what was left out.
 */
export function belonging(task: Task, items: readonly Item[]): Item[] {
  const media = items.filter((item) => intendedKind(item) !== 'other')
  if (requirementsOf(task, 'belongs').length === 0) return media
  const motions = new Set(livePhotosOf(task, media).map(({ motion }) => motion.id))
  return media.filter((item) => isAsked(task, intendedKind(item)) && !motions.has(item.id))
}

/** Of items with equal content only the first: what a quota counts. */
export function distinctItems(items: readonly Item[]): Item[] {
  const seen = new Set<string>()
  return items.filter(({ facts: { sha256 } }) => {
    if (sha256 === undefined) return true
    if (seen.has(sha256)) return false
    seen.add(sha256)
    return true
  })
}
