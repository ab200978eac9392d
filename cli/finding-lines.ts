import { severityRank } from '../shared/findings.ts'
import { fieldLabel, requirementById } from '../shared/notice/choose.ts'
import type { Task } from '../shared/notice/task.ts'
import type { Judged } from '../shared/rules/verdict.ts'
import { findingSentence } from '../shared/wording/finding-sentence.ts'
import type { WordingContext } from '../shared/wording/sentence.ts'
import { printableName } from './printable.ts'

const marks = { error: '✕', warning: '!', note: '·', waived: '○' } as const

/** Things by the subject they are about, each in the order given; what is about no such subject is left out. */
export function bySubject<T>(
  all: readonly T[],
  subjectOf: (one: T) => string | undefined,
): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const subject = subjectOf(one)
    if (subject === undefined) continue
    const group = groups.get(subject)
    if (group) group.push(one)
    else groups.set(subject, [one])
  }
  return groups
}

/** A file or a row with what was found about it, the gravest first, its empty fields in one line; nothing where all is well. */
export function subjectLines(
  name: string,
  own: readonly Judged[],
  task: Task,
  context: WordingContext = {},
): string[] {
  if (own.length === 0) return []
  const isMissing = ({ finding, waived }: Judged) => finding.code === 'text-missing' && waived === undefined
  const missing = own.filter(isMissing).map(({ finding }) => finding)
  const others = own
    .filter((one) => !isMissing(one))
    .toSorted((a, b) => severityRank[a.finding.severity] - severityRank[b.finding.severity])
  const labels = missing.map(({ subject }) => fieldLabel(task, subject.field ?? ''))
  return [
    printableName(name),
    ...others.flatMap((one) => findingLines(one, task, context)),
    ...(labels.length > 0 ? [`  ✕ 还没有填写：${labels.join('、')}`] : []),
  ]
}

/** One finding: what was found, by which clause, and what to do; or the reason it is kept with. */
export function findingLines(
  { finding, waived }: Judged,
  task: Task,
  context: WordingContext = {},
): string[] {
  const sentence = findingSentence(finding, context)
  if (waived !== undefined) return [`  ${marks.waived} ${sentence}`, `    已说明原因，保留：${waived}`]
  const requirement = requirementById(task, finding.rule)
  const basis =
    requirement && `${finding.clause}${requirement.basis.standing === 'assumed' ? '（按我们的理解）' : ''}`
  return [
    `  ${marks[finding.severity]} ${sentence}`,
    ...(requirement && finding.severity !== 'note'
      ? [`    依据：${basis}　建议：${requirement.advice}`]
      : []),
    ...(requirement?.kind === 'declaration'
      ? [`    确认属实后，在命令后面加 --declare ${requirement.declaration}（几项都属实，加 --declare all）`]
      : []),
  ]
}

/** How much was found: 不合格 3 处（已说明原因保留 1 处），提醒 2 处。 */
export function verdictText(verdict: readonly Judged[], errors: number): string {
  const warnings = verdict.filter(({ finding }) => finding.severity === 'warning').length
  const waived = verdict.filter((one) => one.waived !== undefined).length
  const kept = waived > 0 ? `（已说明原因保留 ${waived} 处）` : ''
  return `不合格 ${errors} 处${kept}，提醒 ${warnings} 处。`
}
