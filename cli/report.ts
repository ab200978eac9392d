import type { Finding } from '../shared/findings.ts'
import { fieldLabel, requirementById } from '../shared/notice/choose.ts'
import type { Task } from '../shared/notice/task.ts'
import { findingSentence } from '../shared/wording/finding-sentence.ts'
import { findingsOf, type OpenedSubmission } from './open-submission.ts'

const marks = { error: '✕', warning: '!', note: '·' } as const
const ranks = { error: 0, warning: 1, note: 2 } as const

/** The verdict for people: each file with what is wrong, the clause and what to do; then the whole. */
export function checkReport(opened: OpenedSubmission, findings: readonly Finding[]): string {
  const { task, submission, sources } = opened
  const lines = submission.items.flatMap((item) => {
    const own = findingsOf(findings, item.id)
    const missing = own.filter((finding) => finding.code === 'text-missing')
    const others = own
      .filter((finding) => finding.code !== 'text-missing')
      .toSorted((a, b) => ranks[a.severity] - ranks[b.severity])
    if (own.length === 0) return []
    const labels = missing.map(({ subject }) => fieldLabel(task, subject.field ?? ''))
    return [
      sources.get(item.id)?.given ?? item.relative,
      ...others.flatMap((finding) => findingLines(finding, task)),
      ...(labels.length > 0 ? [`  ✕ 还没有填写：${labels.join('、')}`] : []),
    ]
  })
  const whole = findings
    .filter(({ subject }) => subject.item === undefined)
    .flatMap((finding) => findingLines(finding, task))
  return [
    ...lines,
    ...(lines.length > 0 && whole.length > 0 ? [''] : []),
    ...whole,
    '',
    summary(opened, findings),
  ]
    .join('\n')
    .trim()
}

function findingLines(finding: Finding, task: Task): string[] {
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
function summary({ submission, ignored }: OpenedSubmission, findings: readonly Finding[]): string {
  const { images, videos } = kinds(submission.items)
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length
  const verdict = count('error') === 0 ? '可以打包。' : '改好后才能打包。'
  const skipped = ignored > 0 ? `，另有系统文件 ${ignored} 个已略过` : ''
  return `共 ${submission.items.length} 个文件：图片 ${images}、视频 ${videos}${skipped}；不合格 ${count('error')} 处，提醒 ${count('warning')} 处。${verdict}`
}

/** How many pictures and videos there are, by content. */
export function kinds(items: OpenedSubmission['submission']['items']): { images: number; videos: number } {
  const of = (kind: string) => items.filter(({ facts }) => facts.kind === kind).length
  return { images: of('image'), videos: of('video') }
}
