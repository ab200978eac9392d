import type { Finding } from '../shared/findings.ts'
import { blocking, type Judged, judged } from '../shared/rules/verdict.ts'
import { countsOf } from '../shared/packing/counts.ts'
import { packable } from '../shared/packing/plan.ts'
import { unreadables } from '../shared/wording/file-sentences.ts'
import { bySubject, findingLines, subjectLines, verdictText } from './finding-lines.ts'
import type { OpenedSubmission } from './open-submission.ts'

/** The verdict for people: each file with what is wrong, the clause and what to do; then the whole. */
export function checkReport(opened: OpenedSubmission, findings: readonly Finding[]): string {
  const { task, submission, sources } = opened
  const verdict = judged(task, findings, submission.waivers)
  const ofItems = bySubject(verdict, ({ finding }) => finding.subject.item)
  const lines = submission.items.flatMap((item) =>
    subjectLines(sources.get(item.id)?.given ?? item.relative, ofItems.get(item.id) ?? [], task),
  )
  const whole = verdict
    .filter(({ finding }) => finding.subject.item === undefined)
    .flatMap((one) => findingLines(one, task))
  const unread = opened.unread.map(({ path, reason }) => `  ✕ ${path}：${unreadables[reason]}`)
  const body = [...unread, ...whole]
  return [
    ...lines,
    ...(lines.length > 0 && body.length > 0 ? [''] : []),
    ...body,
    '',
    summary(opened, verdict),
  ]
    .join('\n')
    .trim()
}

/** 共 23 个文件：图片 19、视频 2；错误 3、提醒 1 */
function summary(opened: OpenedSubmission, verdict: readonly Judged[]): string {
  const { task, submission, ignored } = opened
  const { images, videos } = countsOf(submission, task)
  const errors = blocking(verdict).length
  const skipped = ignored > 0 ? `，另有系统文件 ${ignored} 个已略过` : ''
  return `共 ${submission.items.length} 个文件：图片 ${images}、视频 ${videos}${skipped}；${verdictText(verdict, errors)}${nextStep(opened, errors)}`
}

/** What the figures mean for packing; never a promise that was not checked. */
function nextStep({ task, submission, unread }: OpenedSubmission, errors: number): string {
  if (packable(submission, task).length === 0) return '没有可以报送的图片或视频。'
  if (unread.length > 0) return `有 ${unread.length} 处读不了，处理好后才能打包。`
  if (errors > 0) return '改好后才能打包。'
  return submission.unit ? '可以打包。' : '没有给出单位信息（--unit），数量够不够没有检查。'
}
