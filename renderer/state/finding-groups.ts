import {
  type Finding,
  type FindingCode,
  type Severity,
  severityRank,
  subjectOf,
} from '../../shared/findings.ts'
import type { Judged } from '../../shared/rules/verdict.ts'
import { findingName } from '../../shared/wording/finding-names.ts'
import { findingSentence } from '../../shared/wording/finding-sentence.ts'
import type { TaskVerdict } from './item-verdict.ts'

/** Open findings of one code and severity: what the board shows in one line, and the grid when it is clicked. */
export interface FindingGroup {
  readonly code: FindingCode
  readonly severity: Severity
  /** Files or rows that have it. */
  readonly count: number
  /** What it is called, with how many files or rows bear each name, the most frequent first. */
  readonly names: readonly NamedFindings[]
  /** The rules that are broken. */
  readonly rules: readonly string[]
}

interface NamedFindings {
  readonly name: string
  readonly count: number
  /** The first file or row that bears the name. */
  readonly first: string
}

/** What is open, in one line: before packing every name stands by itself. */
export interface FindingLine {
  readonly code: FindingCode
  /** What is wrong: a few words where it concerns files, the whole sentence where it concerns the submission. */
  readonly text: string
  readonly count: number
  /** The first file or row it concerns; undefined where it concerns the submission. */
  readonly first: string | undefined
}

/** All findings of a task with what was decided about them: first what concerns the whole, then file by file, row by row. */
export const allJudged = ({ whole, items, rows }: TaskVerdict): Judged[] => [
  ...whole,
  ...[...items.values()].flatMap(({ judged }) => judged),
  ...[...rows.values()].flat(),
]

interface Growing {
  readonly code: FindingCode
  readonly severity: Severity
  readonly rules: Set<string>
  readonly subjects: Set<string>
  readonly names: Map<string, { readonly subjects: Set<string>; readonly first: string }>
}

/**
 * Groups what is open by code, the worst and the most frequent first; of a code that bars the way here and is only a
 * doubt there, each by itself. What is about no file and no row is left out.
 */
export function groupFindings(judged: Iterable<Judged>): FindingGroup[] {
  const groups = new Map<string, Growing>()
  for (const { finding, waived } of judged) {
    const subject = subjectOf(finding)
    if (waived !== undefined || subject === undefined) continue
    const key = `${finding.severity} ${finding.code}`
    const group = groups.get(key) ?? newGroup(finding)
    groups.set(key, group)
    group.rules.add(finding.rule)
    group.subjects.add(subject)
    const name = findingName(finding)
    const named = group.names.get(name) ?? { subjects: new Set(), first: subject }
    group.names.set(name, named)
    named.subjects.add(subject)
  }
  return [...groups.values()]
    .map(({ code, severity, rules, subjects, names }) => ({
      code,
      severity,
      count: subjects.size,
      names: [...names]
        .map(([name, bearing]) => ({ name, count: bearing.subjects.size, first: bearing.first }))
        .toSorted((a, b) => b.count - a.count),
      rules: [...rules],
    }))
    .toSorted((a, b) => severityRank[a.severity] - severityRank[b.severity] || b.count - a.count)
}

/** What is open of one severity: first what concerns the whole, then what concerns files, the most frequent first. */
export function openLines(all: readonly Judged[], severity: Severity): FindingLine[] {
  const open = all.filter(({ finding, waived }) => waived === undefined && finding.severity === severity)
  const whole = new Map<string, FindingLine>()
  for (const { finding } of open) {
    if (subjectOf(finding) !== undefined) continue
    const text = findingSentence(finding)
    const count = (whole.get(text)?.count ?? 0) + 1
    whole.set(text, { code: finding.code, text, count, first: undefined })
  }
  const named = groupFindings(open).flatMap(({ code, names }) =>
    names.map(({ name, count, first }) => ({ code, text: name, count, first })),
  )
  return [...whole.values(), ...named.toSorted((a, b) => b.count - a.count)]
}

const newGroup = ({ code, severity }: Finding): Growing => ({
  code,
  severity,
  rules: new Set(),
  subjects: new Set(),
  names: new Map(),
})
