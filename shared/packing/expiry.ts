import type { Task } from '../notice/task.ts'
import { dayAfter } from '../text/wall-clock.ts'
import type { PartWay } from './sending.ts'

/** The first day on which the link of what the mail's own disks keep may be dead, if it is uploaded on the given day (`YYYY-MM-DD`). */
export const expiryOf = (
  { packaging: { large } }: Task,
  way: PartWay | undefined,
  day: string,
): string | undefined => (way === 'large' && large ? dayAfter(day, large.days) : undefined)
