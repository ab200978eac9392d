import type { FindingCode, Severity } from '../../../shared/findings.ts'
import type { Finding } from '../../../shared/findings.ts'
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
  /** One of them, for its rule. */
  readonly example: Finding
}

interface Growing {
  readonly code: FindingCode
  readonly example: Finding
  readonly subjects: Set<string>
  readonly names: Map<string, Set<string>>
}

/** Groups what is open by code, the worst and the most frequent first. What is about no file and no row is left out. */
export function groupFindings(judged: Iterable<Judged>): FindingGroup[] {
  const groups = new Map<FindingCode, Growing>()
  for (const { finding, waived } of judged) {
    const subject = finding.subject.item ?? finding.subject.row
    if (waived !== undefined || subject === undefined) continue
    const group = groups.get(finding.code)
    const known = group ?? { code: finding.code, example: finding, subjects: new Set(), names: new Map() }
    const worse = severityRank[finding.severity] < severityRank[known.example.severity]
    groups.set(finding.code, worse ? { ...known, example: finding } : known)
    known.subjects.add(subject)
    const name = findingName(finding)
    known.names.set(name, (known.names.get(name) ?? new Set<string>()).add(subject))
  }
  return [...groups.values()]
    .map(({ code, example, subjects, names }) => ({
      code,
      severity: example.severity,
      count: subjects.size,
      names: [...names]
        .map(([name, bearing]) => ({ name, count: bearing.size }))
        .toSorted((a, b) => b.count - a.count),
      example,
    }))
    .toSorted((a, b) => severityRank[a.severity] - severityRank[b.severity] || b.count - a.count)
}
