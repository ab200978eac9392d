import { Severity, severityRank } from '../findings.ts'
import { packageNames } from '../naming/package-names.ts'
import { requirementById, unitClassOf } from '../notice/choose.ts'
import type { Notice } from '../notice/notice.ts'
import type { Task } from '../notice/task.ts'
import type { Submission } from '../project/submission.ts'
import type { Judged } from '../rules/verdict.ts'
import { numberOf } from '../wording/checklist-words.ts'
import { findingSentence } from '../wording/finding-sentence.ts'
import { dateText } from '../wording/measures.ts'
import { severityNames } from '../wording/severity-names.ts'
import { countsOf, countsProse } from './counts.ts'
import { packable } from './plan.ts'

/** The list of what is wrong, for passing on to those who took the pictures, before any file format. */
interface ProblemTable {
  readonly title: string
  readonly preamble: readonly string[]
  readonly columns: readonly { readonly label: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
  /** How many rows tell of a problem: none of them where nothing was found. */
  readonly problems: number
}

/** What is judged, and by what. */
interface Judgement {
  readonly notice: Notice
  readonly task: Task
  readonly submission: Submission
  readonly verdict: readonly Judged[]
  /** Local wall-clock time at the notice's offset. */
  readonly now: string
}

/** Findings that are told in one row: several fields of a file that are not filled in, else one. */
type Group = readonly [Judged, ...Judged[]]

/**
 * One row for each finding, with the notice's own words and what to do: first what concerns the whole, then file by
 * file in their order, the gravest first. The empty fields of a file share a row.
 */
export function problemTable(judgement: Judgement): ProblemTable {
  const { task, submission } = judgement
  const groups = inOrder(judgement).flatMap(grouped)
  const names = packageNames(task, submission.unit, packable(submission, task))
  const relatives = new Map(submission.items.map(({ id, relative }) => [id, relative]))
  const rowNames = new Map(submission.rows.map(({ id }, index) => [id, `第${index + 1}行`]))
  const about = ({ item, row }: Judged['finding']['subject']): string => {
    if (item !== undefined) return relatives.get(item) ?? ''
    if (row === undefined) return '（整份报送）'
    const name = submission.rows.find(({ id }) => id === row)?.fields['name'] ?? ''
    return [rowNames.get(row), name.trim()].filter(Boolean).join('　')
  }
  const nameOf = (item: string | undefined): string =>
    item === undefined ? '' : (names.get(item)?.name ?? '不装进报送包')
  /** Whom to ask: the tables in which the row stood. */
  const sentBy = ({ row }: Judged['finding']['subject']): string =>
    (submission.rows.find(({ id }) => id === row)?.origins ?? [])
      .map((origin) => [origin.file, origin.sheet, `第${origin.row}行`].filter(Boolean).join(' '))
      .join('；')
  const rows = groups.map((group, index) => {
    const [{ finding, waived }] = group
    const { item } = finding.subject
    return [
      String(index + 1),
      about(finding.subject),
      task.kind === 'table' ? sentBy(finding.subject) : nameOf(item),
      severityNames[finding.severity],
      sentenceOf(group, (id) => rowNames.get(id)),
      each(group, '；', (one) => clauseOf(task, one)),
      each(group, '\n', (one) => requirementById(task, one.finding.rule)?.basis.sentence),
      waived === undefined
        ? each(group, '', (one) => requirementById(task, one.finding.rule)?.advice)
        : '已说明原因保留，不用改。',
      waived ?? '',
    ]
  })
  const columns = [
    { label: '序号', width: 5 },
    { label: task.kind === 'table' ? '活动' : '原文件名', width: 15 },
    { label: task.kind === 'table' ? '来自' : '报送文件名', width: 14 },
    { label: '程度', width: 6 },
    { label: '问题', width: 24 },
    { label: '要求出处', width: 9 },
    { label: '通知原文', width: 24 },
    { label: '怎么办', width: 28 },
    { label: '保留原因', width: 9 },
  ]
  return {
    title: '问题清单',
    preamble: preamble(judgement, groups),
    columns,
    rows: rows.length > 0 ? rows : [columns.map(({ label }) => (label === '问题' ? '没有发现问题' : ''))],
    problems: rows.length,
  }
}

/** The verdict by subject: the whole, each file, each row of a list; within one the gravest first. */
function inOrder({ submission, verdict }: Judgement): Judged[][] {
  const subjects = ['', ...submission.items.map(({ id }) => id), ...submission.rows.map(({ id }) => id)]
  const bySubject = new Map<string, Judged[]>(subjects.map((id) => [id, []]))
  for (const one of verdict) {
    const { item, row } = one.finding.subject
    bySubject.get(item ?? row ?? '')?.push(one)
  }
  const rank = ({ finding }: Judged) => severityRank[finding.severity]
  return [...bySubject.values()].map((own) => own.toSorted((a, b) => rank(a) - rank(b)))
}

/** The findings of one subject, those on empty fields put together where they first come. */
function grouped(own: readonly Judged[]): Group[] {
  const groups = new Map<string, [Judged, ...Judged[]]>()
  for (const [index, one] of own.entries()) {
    const { code, severity } = one.finding
    const key = code === 'text-missing' ? JSON.stringify([severity, one.waived]) : String(index)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

function sentenceOf(group: Group, rowName: (id: string) => string | undefined): string {
  const labels = group.flatMap(({ finding }) =>
    finding.code === 'text-missing' ? finding.expected.label : [],
  )
  return labels.length > 1 ? `还没有填${labels.join('、')}` : findingSentence(group[0].finding, { rowName })
}

function clauseOf(task: Task, { finding }: Judged): string {
  const standing = requirementById(task, finding.rule)?.basis.standing
  return `${finding.clause}${standing === 'assumed' ? '（按我们的理解）' : ''}`
}

/** What the findings of a group have each of, everything once. */
const each = (group: Group, joint: string, of: (one: Judged) => string | undefined): string =>
  [...new Set(group.map(of).filter((text) => text !== undefined))].join(joint)

function preamble({ notice, task, submission, now }: Judgement, groups: readonly Group[]): string[] {
  const { unit } = submission
  const unitClass = unit && (unitClassOf(notice, unit.class)?.label ?? unit.class)
  const counts = Severity.options
    .map((severity) => ({
      severity,
      count: groups.filter(([{ finding, waived }]) => finding.severity === severity && waived === undefined)
        .length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${severityNames[severity]} ${count} 处`)
  const kept = groups.filter(([{ waived }]) => waived !== undefined).length
  const found = [...counts, ...(kept > 0 ? [`说明原因保留 ${kept} 处`] : [])]
  const handedIn = countsProse(countsOf(submission, task)) || '没有可以报送的'
  return [
    [
      `报送单位：${unit ? `${unit.name}（${unitClass ?? ''}）` : '未填写'}`,
      `任务：${task.title}`,
      `检查日期：${dateText(now.slice(0, 10))}`,
    ].join('　　'),
    `通知：${notice.title}${numberOf(notice)}`,
    `报送：${handedIn}　　问题：${found.length > 0 ? found.join('，') : '没有'}`,
    ...(groups.length > 0
      ? ['“必须改”的改好才能报送，“请核对”的看一看是不是真有问题，“说明”的知道就行，不用改。']
      : []),
  ]
}
