import { Button } from 'antd'
import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
import { useTaskDraft, useTaskView } from '../../app/session-context.tsx'
import { DetailPane } from '../detail/detail-pane.tsx'
import { EmptyTask } from './empty-task.tsx'
import { Grid } from './grid.tsx'
import { CloseIcon } from './icons.tsx'
import './page.css'
import './toolbar.css'
import './grid.css'
import './cell.css'
import './empty.css'
import { PageFooter } from './page-footer.tsx'
import { PageHeader } from './page-header.tsx'
import { ProgressLine } from './progress-line.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { Toolbar } from './toolbar.tsx'
import { useRows } from './use-rows.ts'
import { words } from './wording.ts'

/** A task of files: what is asked, what is there, what is missing. */
export function TaskPage({ task }: { readonly task: string }) {
  const { items } = useTaskDraft(task)
  const [{ selected, query, filter }, setView] = useTaskView(task)
  const rows = useRows(task)
  const [isOpen, setOpen] = useState(false)
  const side = useRef<HTMLDivElement>(null)
  const cameFrom = useRef<Element>(null)
  const open = useCallback(() => {
    cameFrom.current = document.activeElement
    setOpen(true)
    // Where the details lie over the grid, the keyboard goes there with the eyes.
    requestAnimationFrame(() => {
      if (side.current && getComputedStyle(side.current).position === 'absolute')
        side.current.querySelector('button')?.focus()
    })
  }, [])
  const close = () => {
    setOpen(false)
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus()
  }
  const hasSelection = items.some(({ id }) => selected.has(id))
  const showAll = () => setView({ filter: 'all', code: undefined, query: '' })
  const board = () => {
    setView({ current: undefined, field: undefined })
    open()
  }
  return (
    <main className="media-page">
      <PageHeader task={task} />
      <ProgressLine task={task} />
      {items.length === 0 ? (
        <EmptyTask task={task} />
      ) : (
        <>
          {hasSelection ? <SelectionBar task={task} /> : <Toolbar task={task} />}
          <div className="media-work">
            {rows.length === 0 ? (
              <div className="media-nothing" role="status">
                <b>{words.nothingShown}</b>
                <span className="tone-quiet">{words.nothingShownWhy(query.trim(), filter)}</span>
                <Button onClick={showAll}>{words.showAll}</Button>
              </div>
            ) : (
              <Grid task={task} rows={rows} onDetails={open} />
            )}
            <div
              ref={side}
              className="media-side"
              data-open={isOpen || undefined}
              onKeyDown={({ key, defaultPrevented }: KeyboardEvent) =>
                key === 'Escape' && !defaultPrevented && isOpen && close()
              }
            >
              <Button
                className="media-side-close"
                type="text"
                icon={<CloseIcon />}
                aria-label={words.closeDetails}
                onClick={close}
              />
              <DetailPane task={task} />
            </div>
          </div>
        </>
      )}
      <PageFooter task={task} onBoard={board} />
    </main>
  )
}
