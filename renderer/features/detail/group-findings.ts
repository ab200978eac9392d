import type { Finding, FindingCode, Severity } from '../../../shared/findings.ts'
import type { Judged } from '../../../shared/rules/verdict.ts'
import { findingName } from '../../../shared/wording/finding-names.ts'
import { severityRank } from './arrange-findings.ts'

/** Open findings of one code: what the board shows in one line, and the grid when it is clicked. */
export interface FindingGroup {
  readonly code: FindingCode
  readonly severity: Severity
  /** Files or rows that have it. */
  readonly count: number
  /** What it is called, with how many files or rows bear each name, the most frequent first. */
  readonly names: readonly { readonly name: string; readonly count: number }[]
  /** The rules that are broken. */
  readonly rules: readonly string[]
}

interface Growing {
  readonly code: FindingCode
  severity: Severity
  readonly rules: Set<string>
  readonly subjects: Set<string>
  readonly names: Map<string, Set<string>>
}

/** Groups what is open by code, the worst and the most frequent first. What is about no file and no row is left out. */
export function groupFindings(judged: Iterable<Judged>): FindingGroup[] {
  const groups = new Map<FindingCode, Growing>()
  for (const { finding, waived } of judged) {
    const subject = finding.subject.item ?? finding.subject.row
    if (waived !== undefined || subject === undefined) continue
    const known = groups.get(finding.code) ?? newGroup(finding)
    groups.set(finding.code, known)
    if (severityRank[finding.severity] < severityRank[known.severity]) known.severity = finding.severity
    known.rules.add(finding.rule)
    known.subjects.add(subject)
    const name = findingName(finding)
    known.names.set(name, (known.names.get(name) ?? new Set<string>()).add(subject))
  }
  return [...groups.values()]
    .map(({ code, severity, rules, subjects, names }) => ({
      code,
      severity,
      count: subjects.size,
      names: [...names]
        .map(([name, bearing]) => ({ name, count: bearing.size }))
        .toSorted((a, b) => b.count - a.count),
      rules: [...rules],
    }))
    .toSorted((a, b) => severityRank[a.severity] - severityRank[b.severity] || b.count - a.count)
}

const newGroup = ({ code, severity }: Finding): Growing => ({
  code,
  severity,
  rules: new Set(),
  subjects: new Set(),
  names: new Map(),
})
