import { useMemo } from 'react'
import { useTaskDraft, useTaskView } from '../../app/session-context.tsx'
import { Board } from './board.tsx'
import './detail.css'
import { ItemDetail } from './item-detail.tsx'
import { paneId } from './pane-focus.ts'
import { ProblemBar } from './problem-bar.tsx'
import { Several } from './several.tsx'
import { words } from './wording.ts'

/** The current file of the task: picture, findings, texts. Without one, the board of what is missing. */
export function DetailPane({ task }: { readonly task: string }) {
  const [{ current, selected }] = useTaskView(task)
  const { items } = useTaskDraft(task)
  const chosen = useMemo(() => items.filter(({ id }) => selected.has(id)), [items, selected])
  const item = items.find(({ id }) => id === current)
  return (
    <section className="detail" id={paneId} tabIndex={-1} aria-label={words.pane}>
      {chosen.length > 1 ? (
        <Several task={task} items={chosen} />
      ) : item ? (
        <ItemDetail task={task} item={item} />
      ) : (
        <div className="detail-scroll" key="board">
          <Board task={task} />
        </div>
      )}
      <ProblemBar task={task} />
    </section>
  )
}
