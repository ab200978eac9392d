import { Button } from 'antd'
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useJob, useSession, useTask, useTaskDraft } from '../../app/session-context.tsx'
import { groupTitle } from '../detail/wording.ts'
import { CloseIcon } from '../media/icons.tsx'
import '../media/page.css'
import '../media/toolbar.css'
import '../media/empty.css'
import { PageHeader } from '../media/page-header.tsx'
import { ProgressLine } from '../media/progress-line.tsx'
import { taskViewOf } from '../../state/task-view.ts'
import { TableToolbar } from './bar/table-toolbar.tsx'
import { EmptyList } from './empty-list.tsx'
import { ListDialogs } from './list-dialogs.tsx'
import { TablePane } from './pane/table-pane.tsx'
import { problemFields } from './rows/next-problem.ts'
import { rowFilters } from './rows/shown-rows.ts'
import { useShownRows, useViewPart } from './rows/use-shown-rows.ts'
import { bindView } from './sheet/bind-view.ts'
import { sheetColumns } from './sheet/sheet-columns.ts'
import { SheetProvider, useSheet } from './sheet/sheet-context.ts'
import { SheetGrid } from './sheet/sheet-grid.tsx'
import { createSheet } from './sheet/sheet-state.ts'
import { useListActs } from './sheet/use-list-acts.ts'
import { TableFooter } from './table-footer.tsx'
import './table-page.css'
import { words } from './wording.ts'

/** A task that is a list: its rows in a sheet, what is asked and what is missing. */
export function TablePage({ task: id }: { readonly task: string }) {
  const session = useSession()
  const task = useTask(id)
  const { columns = none } = useTaskDraft(id)
  const [sheet] = useState(createSheet)
  const shownColumns = useMemo(() => sheetColumns(task, columns), [task, columns])
  const latest = useRef(shownColumns)
  useLayoutEffect(() => {
    latest.current = shownColumns
  }, [shownColumns])
  useEffect(
    () =>
      bindView(session, id, sheet, (row) => {
        const keys = latest.current.map(({ field }) => field.key)
        const { code } = taskViewOf(session.views.store.getState(), id)
        const all = session.judge.store.getState().verdicts[id]?.rows.get(row) ?? []
        const judged = all.filter(({ finding }) => code === undefined || finding.code === code)
        return problemFields(judged, keys)[0] ?? keys[0]
      }),
    [session, id, sheet],
  )
  return (
    <SheetProvider value={sheet}>
      <Page task={id} columns={shownColumns} />
    </SheetProvider>
  )
}

const none: readonly string[] = []

interface Props {
  readonly task: string
  readonly columns: ReturnType<typeof sheetColumns>
}

function Page({ task, columns }: Props) {
  const { views } = useSession()
  const sheet = useSheet()
  const { rows: all } = useTaskDraft(task)
  const [rows, renew] = useShownRows(task)
  const acts = useListActs(task)
  const adding = useJob('add')?.task === task
  const [isOpen, setOpen] = useState(false)
  const side = useRef<HTMLDivElement>(null)
  const open = useCallback(() => {
    setOpen(true)
    // Where the details lie over the sheet, the keyboard goes there with the eyes.
    requestAnimationFrame(() => {
      if (side.current && getComputedStyle(side.current).position === 'absolute')
        side.current.querySelector('button')?.focus()
    })
  }, [])
  const close = () => {
    setOpen(false)
    sheet.focus()
  }
  const board = useCallback(() => {
    views.set(task, { current: undefined, field: undefined })
    open()
  }, [views, task, open])
  return (
    <main className="media-page">
      <PageHeader task={task} />
      {adding && <ProgressLine task={task} />}
      {all.length === 0 ? (
        <EmptyList task={task} acts={acts} />
      ) : (
        <>
          <TableToolbar task={task} acts={acts} shown={rows.length} onDetails={open} onFilterAgain={renew} />
          <div className="media-work">
            {rows.length === 0 ? (
              <NothingShown task={task} />
            ) : (
              <SheetGrid task={task} rows={rows} columns={columns} acts={acts} />
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
              <TablePane task={task} acts={acts} />
            </div>
          </div>
        </>
      )}
      <TableFooter task={task} onBoard={board} />
      <ListDialogs task={task} />
    </main>
  )
}

function NothingShown({ task }: { readonly task: string }) {
  const { views } = useSession()
  const sheet = useSheet()
  const query = useViewPart(task, 'query')
  const filter = useViewPart(task, 'filter')
  const code = useViewPart(task, 'code')
  // The clerk is in none of the rows.
  useLayoutEffect(() => sheet.show([], sheet.fields()), [sheet])
  const finding = code === undefined ? '' : groupTitle({ code, names: [] }, 'table')
  const known = rowFilters.find((one) => one === filter) ?? 'all'
  return (
    <div className="media-nothing" role="status">
      <b>{words.nothingShown}</b>
      <span className="tone-quiet">{words.nothingShownWhy(query.trim(), known, finding)}</span>
      <Button onClick={() => views.set(task, { filter: 'all', code: undefined, query: '' })}>
        {words.showAll}
      </Button>
    </div>
  )
}
