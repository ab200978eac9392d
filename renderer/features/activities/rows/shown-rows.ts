import type { Row } from '../../../../shared/project/submission.ts'
import type { Judged } from '../../../../shared/rules/verdict.ts'
import { itemState, type ItemState, type TaskVerdict } from '../../../state/item-verdict.ts'
import type { ItemFilter, TaskView } from '../../../state/task-view.ts'
import { shows } from '../../media/visible-rows.ts'

/** The filters of a list: nothing of it is left out. */
export const rowFilters = ['all', 'bad', 'incomplete', 'fine'] as const satisfies readonly ItemFilter[]
export type RowFilter = (typeof rowFilters)[number]

const none: readonly Judged[] = []
const states = new WeakMap<readonly Judged[], ItemState>()

/** Where a row stands by what was found about it. */
export function rowState(judged: readonly Judged[] = none): ItemState {
  const known = states.get(judged)
  if (known) return known
  const state = itemState(judged, true)
  states.set(judged, state)
  return state
}

export type Wanted = Pick<TaskView, 'filter' | 'code' | 'query'>
export type Verdicts = TaskVerdict['rows'] | undefined

/** How many rows are in each state. */
export function rowStates(rows: readonly Row[], verdicts: Verdicts): Record<ItemState, number> {
  const counts: Record<ItemState, number> = { bad: 0, incomplete: 0, doubtful: 0, fine: 0, 'left-out': 0 }
  if (!verdicts) return counts
  for (const { id } of rows) counts[rowState(verdicts.get(id))] += 1
  return counts
}

/** Whether filter, finding and search leave the row on the screen. */
export function isRowWanted(row: Row, judged: readonly Judged[] | undefined, wanted: Wanted): boolean {
  const { filter, code } = wanted
  if (!shows(filter, rowState(judged))) return false
  if (
    code !== undefined &&
    !judged?.some(({ finding, waived }) => waived === undefined && finding.code === code)
  )
    return false
  const query = wanted.query.trim().toLowerCase()
  if (query === '') return true
  const texts = [...Object.values(row.fields), ...(row.origins ?? []).map(({ file }) => file)]
  return texts.some((text) => text.toLowerCase().includes(query))
}
