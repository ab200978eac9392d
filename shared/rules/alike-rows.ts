import { alikeRows } from '../lists/alike-rows.ts'
import { type Check, finding } from './context.ts'

/** Rows that are probably one activity written twice; each later one is named with the earlier. */
export const checkAlikeRows: Check<'alike-rows'> = (requirement, { submission }) =>
  alikeRows(submission.rows, requirement).map(({ row, others, by }) =>
    finding(requirement, 'row-alike', { row }, { expected: { by }, actual: { others: [...others] } }),
  )
