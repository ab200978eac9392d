import type { FindingCode, Severity } from '../../../shared/findings.ts'
import type { Judged } from '../../../shared/rules/verdict.ts'
import { findingName } from '../../../shared/wording/finding-names.ts'
import { findingSentence } from '../../../shared/wording/finding-sentence.ts'
import type { TaskVerdict } from '../../state/item-verdict.ts'

/** Findings that are told in one line. */
export interface FindingGroup {
  readonly code: FindingCode
  /** What is wrong: a few words where it concerns files, the whole sentence where it concerns the submission. */
  readonly text: string
  readonly count: number
  /** The first file it concerns; undefined where it concerns the submission or a row. */
  readonly item: string | undefined
}

/** All findings of a task with what was decided about them: first what concerns the whole, then file by file. */
export const allJudged = ({ whole, items }: TaskVerdict): Judged[] => [
  ...whole,
  ...[...items.values()].flatMap(({ judged }) => judged),
]

/** What is open of one severity: first what concerns the whole, then what concerns files, the most frequent first. */
export function openGroups(all: readonly Judged[], severity: Severity): FindingGroup[] {
  const groups = new Map<string, FindingGroup>()
  for (const { finding, waived } of all) {
    if (waived !== undefined || finding.severity !== severity) continue
    const { item, row } = finding.subject
    const text = item === undefined && row === undefined ? findingSentence(finding) : findingName(finding)
    const known = groups.get(text)
    groups.set(
      text,
      known ? { ...known, count: known.count + 1 } : { code: finding.code, text, count: 1, item },
    )
  }
  const [whole, files] = [
    [...groups.values()].filter(isWhole),
    [...groups.values()].filter((one) => !isWhole(one)),
  ]
  return [...whole, ...files.toSorted((a, b) => b.count - a.count)]
}

const isWhole = ({ item }: FindingGroup): boolean => item === undefined
