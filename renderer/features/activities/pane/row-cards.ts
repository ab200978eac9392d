import { type Finding, severityRank } from '../../../../shared/findings.ts'
import { type Card, cardsOf, shownFindings } from '../../detail/arrange-findings.ts'

/**
 * Cards of a row's findings: the active cell's first, then what is about the row or hard to overlook, the worst first and
 * in the order of the columns. All fields that are empty share a card.
 *
 * @param order keys of the fields
 */
export function rowCards(open: readonly Finding[], active: string, order: readonly string[]): Card[] {
  const fieldsOf = (card: Card): (string | undefined)[] =>
    (card.kind === 'missing' ? card.all : [card.shown]).map(({ finding }) => finding.subject.field)
  const rank = (card: Card): number[] => [
    fieldsOf(card).includes(active) ? 0 : 1,
    severityRank[card.kind === 'missing' ? card.severity : card.shown.finding.severity],
    card.kind === 'missing' ? 1 : 0,
    order.indexOf(fieldsOf(card)[0] ?? ''),
  ]
  return cardsOf(shownFindings(open, undefined)).toSorted((a, b) => {
    const [one, other] = [rank(a), rank(b)]
    const at = one.findIndex((value, index) => value !== other[index])
    return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
  })
}
