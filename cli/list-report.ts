import type { Finding } from '../shared/findings.ts'
import { blocking, judged } from '../shared/rules/verdict.ts'
import { bySubject, findingLines, subjectLines, verdictText } from './finding-lines.ts'
import type { OpenedList } from './open-list.ts'
import { readLines } from './read-lines.ts'
import { rowPlaces } from './row-places.ts'

/** The list for people: what was read and where every line went, what is wrong row by row, then the whole. */
export function listReport(opened: OpenedList, findings: readonly Finding[]): string {
  const { task, submission } = opened
  const verdict = judged(task, findings, submission.waivers)
  const rowName = rowPlaces(opened)
  const ofRows = bySubject(verdict, ({ finding }) => finding.subject.row)
  const rows = submission.rows.flatMap(({ id }) =>
    subjectLines(rowName(id) ?? '', ofRows.get(id) ?? [], task, { rowName }),
  )
  const whole = verdict
    .filter(({ finding }) => finding.subject.row === undefined)
    .flatMap((one) => findingLines(one, task))
  const errors = blocking(verdict).length
  const summary = `共 ${submission.rows.length} 项活动；${verdictText(verdict, errors)}${nextStep(opened, errors)}`
  return [readLines(opened), rows, whole, [summary]]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')
}

/** What the figures mean for writing the list; never a promise that was not checked. */
function nextStep({ submission, unread }: OpenedList, errors: number): string {
  const bad = unread.filter(({ matters }) => matters).length
  if (submission.rows.length === 0) return '没有可以报送的活动。'
  if (bad > 0) return `有 ${bad} 处没有读出活动，处理好后才能写出清单。`
  if (errors > 0) return '改好后才能写出清单。'
  return submission.unit ? '可以写出清单。' : '没有给出单位信息（--unit），数量够不够没有检查。'
}
