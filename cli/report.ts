import { type Finding, severityRank } from '../shared/findings.ts'
import { fieldLabel, requirementById } from '../shared/notice/choose.ts'
import type { Task } from '../shared/notice/task.ts'
import { blocking, type Judged, judged } from '../shared/rules/verdict.ts'
import { countsOf } from '../shared/packing/counts.ts'
import { packable } from '../shared/packing/plan.ts'
import { unreadables } from '../shared/wording/file-sentences.ts'
import { findingSentence } from '../shared/wording/finding-sentence.ts'
import { byItem, type OpenedSubmission } from './open-submission.ts'
import { printableName } from './printable.ts'

const marks = { error: '✕', warning: '!', note: '·', waived: '○' } as const

/** The verdict for people: each file with what is wrong, the clause and what to do; then the whole. */
export function checkReport(opened: OpenedSubmission, findings: readonly Finding[]): string {
  const { task, submission, sources } = opened
  const verdict = judged(task, findings, submission.waivers)
  const ofItems = byItem(verdict, ({ finding }) => finding.subject.item)
  const lines = submission.items.flatMap((item) => {
    const own = ofItems.get(item.id) ?? []
    const isMissing = ({ finding, waived }: Judged) => finding.code === 'text-missing' && waived === undefined
    const missing = own.filter(isMissing).map(({ finding }) => finding)
    const others = own
      .filter((one) => !isMissing(one))
      .toSorted((a, b) => severityRank[a.finding.severity] - severityRank[b.finding.severity])
    if (own.length === 0) return []
    const labels = missing.map(({ subject }) => fieldLabel(task, subject.field ?? ''))
    return [
      printableName(sources.get(item.id)?.given ?? item.relative),
      ...others.flatMap((one) => findingLines(one, task)),
      ...(labels.length > 0 ? [`  ✕ 还没有填写：${labels.join('、')}`] : []),
    ]
  })
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

function findingLines({ finding, waived }: Judged, task: Task): string[] {
  if (waived !== undefined)
    return [`  ${marks.waived} ${findingSentence(finding)}`, `    已说明原因，保留：${waived}`]
  const requirement = requirementById(task, finding.rule)
  const basis =
    requirement && `${finding.clause}${requirement.basis.standing === 'assumed' ? '（按我们的理解）' : ''}`
  return [
    `  ${marks[finding.severity]} ${findingSentence(finding)}`,
    ...(requirement && finding.severity !== 'note'
      ? [`    依据：${basis}　建议：${requirement.advice}`]
      : []),
  ]
}

/** 共 23 个文件：图片 19、视频 2；错误 3、提醒 1 */
function summary(opened: OpenedSubmission, verdict: readonly Judged[]): string {
  const { task, submission, ignored } = opened
  const { images, videos } = countsOf(submission, task)
  const errors = blocking(verdict).length
  const warnings = verdict.filter(({ finding }) => finding.severity === 'warning').length
  const waived = verdict.filter((one) => one.waived !== undefined).length
  const kept = waived > 0 ? `（已说明原因保留 ${waived} 处）` : ''
  const skipped = ignored > 0 ? `，另有系统文件 ${ignored} 个已略过` : ''
  return `共 ${submission.items.length} 个文件：图片 ${images}、视频 ${videos}${skipped}；不合格 ${errors} 处${kept}，提醒 ${warnings} 处。${nextStep(opened, errors)}`
}

/** What the figures mean for packing; never a promise that was not checked. */
function nextStep({ task, submission, unread }: OpenedSubmission, errors: number): string {
  if (packable(submission, task).length === 0) return '没有可以报送的图片或视频。'
  if (unread.length > 0) return `有 ${unread.length} 处读不了，处理好后才能打包。`
  if (errors > 0) return '改好后才能打包。'
  return submission.unit ? '可以打包。' : '没有给出单位信息（--unit），数量够不够没有检查。'
}
