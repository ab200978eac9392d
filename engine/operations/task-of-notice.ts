import { Fault } from '../../shared/faults.ts'
import { taskOf } from '../../shared/notice/choose.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import type { Task } from '../../shared/notice/task.ts'
import type { Notices } from '../store/notices.ts'

/** @throws Fault `notice-unknown`, `task-unknown` */
export async function taskOfNotice(
  notices: Notices,
  noticeId: string,
  taskId: string,
): Promise<{ notice: Notice; task: Task }> {
  const notice = await notices.get(noticeId)
  const task = taskOf(notice, taskId)
  if (!task) throw new Fault({ code: 'task-unknown', task: taskId, known: notice.tasks.map(({ id }) => id) })
  return { notice, task }
}
