import { requirementsOf } from '../../../shared/notice/choose.ts'
import type { Notice } from '../../../shared/notice/notice.ts'
import { words } from './wording.ts'

/** What the notice asks of a class of units in number, task by task: 宣传素材 不少于 20 个. */
export const quotaTexts = (notice: Notice, unitClass: string): string[] =>
  notice.tasks.flatMap((task) =>
    requirementsOf(task, 'quota').flatMap(({ counts, quotas }) => {
      const quota = quotas.find((one) => one.unitClass === unitClass)
      return quota ? [words.quota(task.title, quota.bound, counts.includes('row') ? '项' : '个')] : []
    }),
  )
