import type { DraftItem } from '../../../shared/project/document.ts'
import type { ItemState, ItemVerdict, TaskVerdict } from '../../state/item-verdict.ts'
import type { ItemFilter, TaskView } from '../../state/task-view.ts'

/** The states that a filter shows. What should be looked at may be sent all the same, so it stands under both. */
const shown: Readonly<Record<ItemFilter, readonly ItemState[]>> = {
  all: ['bad', 'incomplete', 'doubtful', 'fine', 'left-out'],
  bad: ['bad', 'doubtful'],
  incomplete: ['incomplete'],
  fine: ['fine', 'doubtful'],
  'left-out': ['left-out'],
}

/** Whether a filter shows what is in that state. */
export const shows = (filter: ItemFilter, state: ItemState): boolean => shown[filter].includes(state)

type Wanted = Pick<TaskView, 'filter' | 'code' | 'query'>

/** How many files a filter shows. */
export const countOf = (
  filter: ItemFilter,
  items: number,
  states: TaskVerdict['states'] | undefined,
): number =>
  filter === 'all' ? items : shown[filter].reduce((sum, state) => sum + (states?.[state] ?? 0), 0)

/** Whether filter, finding and search leave the file on the screen; one that is not measured yet has no state. */
export function isWanted(item: DraftItem, verdict: ItemVerdict | undefined, wanted: Wanted): boolean {
  const { filter, code } = wanted
  if (filter !== 'all' && !(verdict && shows(filter, verdict.state))) return false
  if (
    code !== undefined &&
    !verdict?.judged.some((one) => one.waived === undefined && one.finding.code === code)
  )
    return false
  const query = wanted.query.trim().toLowerCase()
  if (query === '') return true
  const texts = [item.relative, verdict?.name?.name ?? '', ...Object.values(item.fields)]
  return texts.some((text) => text.toLowerCase().includes(query))
}

/** A file that stays on the screen although it no longer fits, because the clerk is at work on it. */
export interface Held {
  readonly wanted: string
  readonly id: string | undefined
}
export const nothingHeld: Held = { wanted: '', id: undefined }

interface Rows {
  readonly rows: readonly DraftItem[]
  readonly held: Held
}

/**
 * The files on the screen, in the order of the document. The current file was shown when the clerk turned to it: it
 * stays until the clerk turns to another, or asks for other files.
 */
export function visibleRows(
  items: readonly DraftItem[],
  verdicts: TaskVerdict['items'] | undefined,
  view: Wanted & Pick<TaskView, 'current'>,
  before: Held,
): Rows {
  const { filter, code, query, current } = view
  const wanted = JSON.stringify([filter, code, query.trim()])
  const stays = before.wanted === wanted && before.id === current
  let held: string | undefined
  const rows = items.filter((item) => {
    const isCurrent = item.id === current
    const fits = isWanted(item, verdicts?.get(item.id), view) || (isCurrent && stays)
    if (fits && isCurrent) held = item.id
    return fits
  })
  return { rows, held: { wanted, id: held } }
}
