import { useDeferredValue } from 'react'
import { useTaskDraft } from '../../../app/session-context.tsx'
import { Board } from '../../detail/board.tsx'
import '../../detail/detail.css'
import { paneId } from '../../detail/pane-focus.ts'
import { useSheetState } from '../sheet/sheet-context.ts'
import type { ListActs } from '../sheet/use-list-acts.ts'
import { words } from '../wording.ts'
import { RowDetail } from './row-detail.tsx'
import { RowProblemBar } from './row-problem-bar.tsx'

interface Props {
  readonly task: string
  readonly acts: ListActs
}

/** The row where the clerk is: what was found, where it came from. Without one, the board of what is missing. */
export function TablePane({ task, acts }: Props) {
  // The keyboard goes ahead; what stands beside it follows.
  const active = useDeferredValue(useSheetState((state) => state.active))
  const { rows } = useTaskDraft(task)
  const index = active ? rows.findIndex(({ id }) => id === active.row) : -1
  const row = rows[index]
  return (
    <section className="detail" id={paneId} tabIndex={-1} aria-label={words.pane}>
      {row && active ? (
        <RowDetail key={row.id} task={task} row={row} index={index} field={active.field} acts={acts} />
      ) : (
        <div className="detail-scroll" key="board">
          <Board task={task} />
        </div>
      )}
      <RowProblemBar task={task} />
    </section>
  )
}
