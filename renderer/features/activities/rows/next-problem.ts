import { severityRank } from '../../../../shared/findings.ts'
import type { Row } from '../../../../shared/project/submission.ts'
import type { Judged } from '../../../../shared/rules/verdict.ts'
import type { TaskVerdict } from '../../../state/item-verdict.ts'
import { rowState } from './shown-rows.ts'

interface At {
  readonly row: string
  readonly field: string
}

/** The cells of a row that want something of the clerk, the worst first; what is about the row stands in the first column. */
export function problemFields(judged: readonly Judged[], fields: readonly string[]): string[] {
  const columnOf = (field: string | undefined) => Math.max(0, field === undefined ? 0 : fields.indexOf(field))
  const open = judged
    .filter(({ finding, waived }) => waived === undefined && finding.severity !== 'note')
    .map(({ finding }) => ({
      rank: severityRank[finding.severity],
      column: columnOf(finding.subject.field),
    }))
    .toSorted((a, b) => a.rank - b.rank || a.column - b.column)
  return [...new Set(open.map(({ column }) => fields[column]))].filter((field) => field !== undefined)
}

/** The next cell with a problem: in the same row the less grave ones, then row by row, round and round. */
export function nextProblem(
  rows: readonly Row[],
  verdicts: TaskVerdict['rows'],
  fields: readonly string[],
  from: At | undefined,
  step: 1 | -1,
): At | undefined {
  const start = from ? rows.findIndex(({ id }) => id === from.row) : -1
  const problemsOf = (index: number): readonly At[] => {
    const row = rows[index]
    const judged = row && verdicts.get(row.id)
    return row && judged ? problemFields(judged, fields).map((field) => ({ row: row.id, field })) : []
  }
  const own = start < 0 ? [] : problemsOf(start)
  const place = own.findIndex(({ field }) => field === from?.field)
  // From a cell without a problem forth to the first of its row, back to the row above.
  const beside =
    place < 0 ? (step === 1 ? own[0] : undefined) : place + step < 0 ? undefined : own[place + step]
  if (beside) return beside
  const first = start < 0 && step === -1 ? rows.length : start
  for (let far = 1; far <= rows.length; far += 1) {
    const index = (first + far * step + 2 * rows.length) % rows.length
    const found = problemsOf(index)
    const cell = step === 1 ? found[0] : found.at(-1)
    if (cell) return cell
  }
  return undefined
}

/** How many rows want something of the clerk. */
export const troubledRows = (verdicts: TaskVerdict['rows'] | undefined): number =>
  [...(verdicts?.values() ?? [])].filter((judged) => rowState(judged) !== 'fine').length
