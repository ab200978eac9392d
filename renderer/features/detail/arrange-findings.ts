import { type Finding, type Severity, severityRank } from '../../../shared/findings.ts'
import type { Judged } from '../../../shared/rules/verdict.ts'

/** What became of the name in the package is told beside the name. */
const toldByName: ReadonlySet<string> = new Set([
  'name-characters-replaced',
  'name-shortened',
  'name-numbered',
])

/** A finding as it is shown: mended ones stay in their place, ticked, while the clerk is writing. */
export interface Shown {
  readonly finding: Finding
  readonly mended: boolean
}

/** A card of one finding, or the one card of all fields that are empty. */
export type Card =
  | { readonly kind: 'one'; readonly shown: Shown }
  | { readonly kind: 'missing'; readonly all: readonly Shown[]; readonly severity: Severity }

/** Open findings that have a card of their own. */
export const openFindings = (judged: readonly Judged[]): Finding[] =>
  judged.flatMap(({ finding, waived }) =>
    waived === undefined && !(toldByName.has(finding.code) && finding.subject.item) ? [finding] : [],
  )

export const waivedFindings = (judged: readonly Judged[]): (Judged & { readonly waived: string })[] =>
  judged.flatMap(({ finding, waived }) => (waived === undefined ? [] : [{ finding, waived }]))

/** The same thing about the same field, whatever was measured. */
const keyOf = ({ rule, code, subject }: Finding): string =>
  [rule, code, subject.item, subject.field, subject.row].join('\n')

/**
 * What stands on the cards. While the clerk writes (`held`), the cards on texts stay as they were when writing began,
 * so that nothing moves under the pen: what is mended is ticked, and what comes up new waits until the pen is down.
 */
export function shownFindings(open: readonly Finding[], held: readonly Finding[] | undefined): Shown[] {
  if (!held) return open.map((finding) => ({ finding, mended: false }))
  const live = new Map(open.map((finding) => [keyOf(finding), finding]))
  const kept = held.map((finding) => {
    const now = live.get(keyOf(finding))
    live.delete(keyOf(finding))
    return { finding: now ?? finding, mended: now === undefined }
  })
  const fresh = [...live.values()].filter(({ subject }) => subject.field === undefined)
  return [...kept, ...fresh.map((finding) => ({ finding, mended: false }))]
}

/** Cards, the worst first; of equal ones those about the file before those about texts. */
export function cardsOf(shown: readonly Shown[]): Card[] {
  const missing = shown.filter(({ finding }) => finding.code === 'text-missing')
  const others = shown.filter(({ finding }) => finding.code !== 'text-missing')
  const cards: Card[] = others.map((one) => ({ kind: 'one', shown: one }))
  if (missing.length > 0) {
    const severity = missing.map(({ finding }) => finding.severity).toSorted(bySeverity)[0] ?? 'error'
    cards.push({ kind: 'missing', all: missing, severity })
  }
  const rank = (card: Card) =>
    card.kind === 'missing'
      ? severityRank[card.severity] * 2 + 1
      : severityRank[card.shown.finding.severity] * 2 + (card.shown.finding.subject.field ? 1 : 0)
  return cards.toSorted((a, b) => rank(a) - rank(b))
}

const bySeverity = (a: Severity, b: Severity): number => severityRank[a] - severityRank[b]
