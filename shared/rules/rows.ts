import { fieldLabel } from '../notice/choose.ts'
import type { Row } from '../project/submission.ts'
import { type Check, finding } from './context.ts'

/**
 * No row twice by the fields named; spaces and letter case make no difference. Where repeating is no error, rows that
 * the clerk has kept apart are not compared.
 */
export const checkDistinctRows: Check<'distinct-rows'> = (requirement, { task, submission }) => {
  const expected = { labels: requirement.fields.map((field) => fieldLabel(task, field)) }
  const mayBeKept = requirement.severity !== 'error'
  // By what they say, the rows that repeat no other: more than one only where they were kept apart.
  const firsts = new Map<string, Row[]>()
  return submission.rows.flatMap((row) => {
    const values = requirement.fields.map((field) =>
      (row.fields[field] ?? '').normalize('NFKC').replace(/\s+/g, '').toLowerCase(),
    )
    if (values.some((value) => value === '')) return []
    const key = values.join('\n')
    const earlier = firsts.get(key) ?? []
    const first = earlier.find((other) => !mayBeKept || !areApart(row, other))
    if (first === undefined) {
      firsts.set(key, [...earlier, row])
      return []
    }
    return [
      finding(requirement, 'row-repeated', { row: row.id }, { expected, actual: { others: [first.id] } }),
    ]
  })
}

const areApart = (one: Row, other: Row): boolean =>
  (one.apart?.includes(other.id) ?? false) || (other.apart?.includes(one.id) ?? false)
