import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { Checkbox } from 'antd'
import { type CSSProperties, type FocusEvent, useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import type { DraftItem } from '../../../shared/project/document.ts'
import { useSession, useTask, useTaskView, useVerdict } from '../../app/session-context.tsx'
import { taskViewOf } from '../../state/task-view.ts'
import { between } from './block-edits.ts'
import { columnsOf, trackSizes } from './columns.ts'
import { GridRow, type RowActs, type Selecting } from './grid-row.tsx'
import { useGridKeys } from './use-grid-keys.ts'
import { useProjectActs } from './use-project-acts.tsx'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  readonly rows: readonly DraftItem[]
  readonly onDetails: () => void
}

/** Fixed, so that ten thousand rows need no measuring. */
const rowHeight = 84
const overscan = 4
/** Room under the last row for a text that opens downwards while it is written. */
const below = 120

/** The files of a task with their texts, as a form that goes on from row to row. */
export function Grid({ task: id, rows, onDetails }: Props) {
  const { views } = useSession()
  const task = useTask(id)
  const verdicts = useVerdict(id)?.items
  const [{ current, selected }, setView] = useTaskView(id)
  const columns = useMemo(() => columnsOf(task), [task])
  const { tracks, least } = useMemo(() => trackSizes(columns), [columns])
  const acts = useProjectActs(id)
  const scroller = useRef<HTMLDivElement>(null)
  const shown = useRef(rows)
  const anchor = useRef<string>(undefined)
  const pending = useRef<{ readonly item: string; readonly field: string | undefined }>(undefined)
  const currentAt = useMemo(
    () => (current === undefined ? -1 : rows.findIndex((row) => row.id === current)),
    [rows, current],
  )

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan,
    paddingEnd: below,
    // The row in which the clerk writes stays, however far it is scrolled away: its text and its keyboard live in it.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range)
      if (currentAt < 0 || indexes.includes(currentAt)) return indexes
      return [...indexes, currentAt].toSorted((a, b) => a - b)
    },
  })

  const arrive = useCallback(() => {
    const wanted = pending.current
    const field = wanted && (wanted.field === undefined ? '[data-head]' : `[data-field="${wanted.field}"]`)
    const place = wanted && scroller.current?.querySelector(`[data-row="${CSS.escape(wanted.item)}"]${field}`)
    if (!(place instanceof HTMLElement)) return
    pending.current = undefined
    place.focus({ preventScroll: true })
    const cell = place.closest('[role="cell"]')
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    if (place instanceof HTMLTextAreaElement) place.setSelectionRange(place.value.length, place.value.length)
  }, [])
  useLayoutEffect(() => {
    shown.current = rows
    arrive()
  })

  const focus = useCallback(
    (item: string, field: string | undefined) => {
      pending.current = { item, field }
      arrive()
      // Not there yet: as the current row it will be, and `arrive` comes after it.
      if (pending.current) views.set(id, { current: item, field })
    },
    [views, id, arrive],
  )
  const onSelect = useCallback(
    (item: string, how: Selecting) => {
      const { selected: before } = taskViewOf(views.store.getState(), id)
      const next = new Set(before)
      if (how === 'range')
        between(shown.current, anchor.current ?? item, item).forEach((one) => next.add(one))
      else if (!next.delete(item)) next.add(item)
      if (how === 'one') anchor.current = item
      views.set(id, { selected: next })
    },
    [views, id],
  )
  const rowActs = useMemo<RowActs>(() => {
    const onCurrent = (item: string) => {
      anchor.current = item
      views.set(id, { current: item, field: undefined })
    }
    return {
      onCommit: acts.write,
      onSelect,
      onCurrent,
      onDetails: (item) => {
        onCurrent(item)
        onDetails()
      },
    }
  }, [acts, views, id, onSelect, onDetails])
  const keys = useGridKeys({
    task: id,
    columns,
    rows: useCallback(() => shown.current, []),
    acts,
    onSelect,
    focus,
  })

  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return
    const { row, field } = target.dataset
    const now = taskViewOf(views.store.getState(), id)
    if (row !== undefined && (now.current !== row || now.field !== field)) setView({ current: row, field })
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
      setView({ field: undefined })
  }

  const items = virtual.getVirtualItems()
  const stop = currentAt >= 0 ? currentAt : items[0]?.index
  const chosen = rows.reduce((sum, row) => sum + (selected.has(row.id) ? 1 : 0), 0)
  const toggleAll = () =>
    setView({ selected: new Set(chosen === rows.length ? [] : rows.map((row) => row.id)) })
  const style = { '--media-tracks': tracks, '--media-least': `${least}px` } as CSSProperties
  return (
    <div className="media-scroller" ref={scroller} style={style}>
      <div
        role="table"
        className="media-table"
        aria-label={words.files(task.title)}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 3}
      >
        <div role="rowgroup" className="media-head">
          <div role="row" aria-rowindex={1} className="media-tracks">
            <div role="columnheader" className="media-pin">
              <span className="only-for-readers">{words.pictureColumn}</span>
              <Checkbox
                checked={chosen > 0 && chosen === rows.length}
                indeterminate={chosen > 0 && chosen < rows.length}
                aria-label={words.selectAll}
                onChange={toggleAll}
              />
            </div>
            <div role="columnheader" className="media-pin media-names">
              {words.nameColumn}
              <br />
              {words.oldNameColumn}
            </div>
            {columns.map(({ field, required }) => (
              <div role="columnheader" key={field.key} title={field.hint}>
                <span>
                  {field.label}
                  {required && (
                    <span className="media-star" title={words.required} aria-hidden="true">
                      *
                    </span>
                  )}
                </span>
              </div>
            ))}
            <div role="columnheader" className="media-pin media-last">
              {words.checkColumn}
            </div>
          </div>
        </div>
        <div
          role="rowgroup"
          className="media-body"
          style={{ height: virtual.getTotalSize() }}
          onFocus={onFocus}
          onBlur={onBlur}
          {...keys}
        >
          {items.map(({ index, start }) => {
            const row = rows[index]
            return (
              row && (
                <GridRow
                  key={row.id}
                  item={row}
                  index={index}
                  top={start}
                  verdict={verdicts?.get(row.id)}
                  columns={columns}
                  selected={selected.has(row.id)}
                  current={index === currentAt}
                  stop={index === stop}
                  acts={rowActs}
                />
              )
            )
          })}
        </div>
      </div>
    </div>
  )
}
