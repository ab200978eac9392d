import { intendedKind } from '../project/item-kind.ts'
import type { Submission } from '../project/submission.ts'

export interface Counts {
  readonly total: number
  readonly images: number
  readonly videos: number
  readonly rows: number
}

/** How many of each kind go out. */
export function countsOf(submission: Pick<Submission, 'items' | 'rows'>): Counts {
  const images = submission.items.filter((item) => intendedKind(item) === 'image').length
  const videos = submission.items.filter((item) => intendedKind(item) === 'video').length
  const rows = submission.rows.length
  return { total: images + videos + rows, images, videos, rows }
}

/** 图片19视频2, or 活动60项. */
export function countsText({ images, videos, rows }: Counts): string {
  return [images > 0 && `图片${images}`, videos > 0 && `视频${videos}`, rows > 0 && `活动${rows}项`]
    .filter(Boolean)
    .join('')
}
