import type { ProjectSummary } from '../../../shared/contract/projects.ts'
import type { Notice } from '../../../shared/notice/notice.ts'
import { words } from './wording.ts'

/** What is in a project, task by task: 宣传素材 21 个文件，打包 1 次. */
export function contentsTexts({ tasks }: ProjectSummary, notice: Pick<Notice, 'tasks'>): string[] {
  const texts = notice.tasks.flatMap(({ id, title }) => {
    const task = tasks[id]
    return task && task.items + task.rows + task.packages > 0 ? [words.contents(title, task)] : []
  })
  return texts.length > 0 ? texts : [words.empty]
}
