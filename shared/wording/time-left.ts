import type { Standing } from '../notice/deadline.ts'

/** What is left until a deadline, behind its date: 还剩 6 天, 就在今天, 已过 2 天. */
export function timeLeftText({ state, days }: Pick<Standing, 'state' | 'days'>): string {
  if (state !== 'passed') return days > 0 ? `还剩 ${days} 天` : '就在今天'
  // On the day itself, once its time has come.
  return days < 0 ? `已过 ${-days} 天` : '已过截止时间'
}
