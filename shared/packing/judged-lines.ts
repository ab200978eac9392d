import { type Finding, subjectOf } from '../findings.ts'
import type { Submission } from '../project/submission.ts'
import type { Judged } from '../rules/verdict.ts'
import { findingName } from '../wording/finding-names.ts'
import { findingSentence } from '../wording/finding-sentence.ts'
import { doubtLine, keptLine, leftOutLine } from '../wording/checklist-words.ts'
import type { PlannedPart } from './plan.ts'

interface Content {
  readonly submission: Submission
  readonly verdict: readonly Judged[]
  readonly plan: { readonly parts: readonly PlannedPart[] }
}

/** What is kept though it is not as the notice wants it, a line for each name and reason, by the numbers of the table. */
export function keptLines(content: Content): string[] {
  const kept = content.verdict.filter(({ waived }) => waived !== undefined)
  const groups = groupsOf(numbersOf(content), kept)
  return groups.map(({ name, reason, numbers }) => keptLine(name, numbers, reason))
}

/**
 * What should be looked at and is not excused, a line for each name; the deadline has a line of its own elsewhere. Of
 * files that are not sent there is only how many they are.
 */
export function doubtLines(content: Content): string[] {
  const numbers = numbersOf(content)
  const isSent = ({ subject: { item } }: Finding) => item === undefined || numbers.has(item)
  const doubts = content.verdict.filter(
    ({ waived, finding: { severity, code } }) =>
      waived === undefined && severity !== 'note' && !code.startsWith('deadline-'),
  )
  const leftOut = new Set(
    doubts.filter(({ finding }) => !isSent(finding)).map(({ finding }) => finding.subject.item),
  )
  const groups = groupsOf(
    numbers,
    doubts.filter(({ finding }) => isSent(finding)),
  )
  return [
    ...groups.map(({ name, numbers: own }) => doubtLine(name, own)),
    ...(leftOut.size > 0 ? [leftOutLine(leftOut.size)] : []),
  ]
}

interface Group {
  readonly name: string
  readonly reason: string
  /** In the table, from 1; empty for what concerns the whole submission. */
  readonly numbers: readonly number[]
}

function groupsOf(numbers: ReadonlyMap<string, number>, verdict: readonly Judged[]): Group[] {
  const groups = new Map<string, { name: string; reason: string; numbers: Set<number> }>()
  for (const judged of verdict) {
    const { finding, waived = '' } = judged
    const number = numbers.get(subjectOf(finding) ?? '')
    const known = number !== undefined || waived !== ''
    const name = known ? findingName(finding) : findingSentence(finding)
    const reason = waived.replace(/\s+/gu, ' ').trim()
    const key = `${name}\n${reason}`
    const group = groups.get(key) ?? { name, reason, numbers: new Set() }
    groups.set(key, group)
    if (number !== undefined) group.numbers.add(number)
  }
  return [...groups.values()].map((group) => ({
    ...group,
    numbers: [...group.numbers].toSorted((a, b) => a - b),
  }))
}

/** The numbers that files and rows bear in the table; a task has one or the other. */
function numbersOf({ submission, plan }: Content): ReadonlyMap<string, number> {
  const files = plan.parts.flatMap(({ items }) => items.map(({ item, number }) => [item, number] as const))
  return new Map(files.length > 0 ? files : submission.rows.map(({ id }, index) => [id, index + 1]))
}
