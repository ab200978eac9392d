import type { Task } from '../notice/task.ts'
import { belonging } from '../project/belonging.ts'
import { intendedKind } from '../project/item-kind.ts'
import type { Submission } from '../project/submission.ts'

export interface Counts {
  readonly total: number
  readonly images: number
  readonly videos: number
  readonly rows: number
}

/**
 * How many of each kind go out: the one count that every host shows.
 *
 * @param task what is not asked for does not count; left out only where the items were chosen before
 */
export function countsOf(submission: Pick<Submission, 'items' | 'rows'>, task?: Task): Counts {
  const items = task ? belonging(task, submission.items) : submission.items
  const images = items.filter((item) => intendedKind(item) === 'image').length
  const videos = items.filter((item) => intendedKind(item) === 'video').length
  const rows = submission.rows.length
  return { total: images + videos + rows, images, videos, rows }
}

/** 图片19视频2, or 活动60项: short, for subjects and names. */
export function countsText({ images, videos, rows }: Counts): string {
  return [images > 0 && `图片${images}`, videos > 0 && `视频${videos}`, rows > 0 && `活动${rows}项`]
    .filter(Boolean)
    .join('')
}

/** 图片19张、视频2个, for sentences. */
export function countsProse({ images, videos, rows }: Counts): string {
  return [images > 0 && `图片${images}张`, videos > 0 && `视频${videos}个`, rows > 0 && `活动${rows}项`]
    .filter(Boolean)
    .join('、')
}
