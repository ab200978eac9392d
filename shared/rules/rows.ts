import { fieldLabel } from '../notice/choose.ts'
import { type Check, finding } from './context.ts'

/** No row twice by the fields named; spaces and letter case make no difference. */
export const checkDistinctRows: Check<'distinct-rows'> = (requirement, { task, submission }) => {
  const expected = { labels: requirement.fields.map((field) => fieldLabel(task, field)) }
  const firsts = new Map<string, string>()
  return submission.rows.flatMap((row) => {
    const values = requirement.fields.map((field) =>
      (row.fields[field] ?? '').normalize('NFKC').replace(/\s+/g, '').toLowerCase(),
    )
    if (values.some((value) => value === '')) return []
    const key = values.join('\n')
    const first = firsts.get(key)
    if (first === undefined) {
      firsts.set(key, row.id)
      return []
    }
    return [finding(requirement, 'row-repeated', { row: row.id }, { expected, actual: { others: [first] } })]
  })
}
