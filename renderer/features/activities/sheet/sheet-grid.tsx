import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type FocusEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import type { Row } from '../../../../shared/project/submission.ts'
import { useTask, useTaskDraft, useVerdict } from '../../../app/session-context.tsx'
import { words } from '../wording.ts'
import { reveal } from './reveal.ts'
import { headWidth, type SheetColumn, sheetTracks } from './sheet-columns.ts'
import { useSheet, useSheetState } from './sheet-context.ts'
import { SheetHead } from './sheet-head.tsx'
import { SheetRow } from './sheet-row.tsx'
import type { ListActs } from './use-list-acts.ts'
import { useSheetClipboard } from './use-sheet-clipboard.ts'
import { useSheetKeys } from './use-sheet-keys.ts'
import { useSheetMouse } from './use-sheet-mouse.ts'
import './sheet.css'
import './sheet-cell.css'

interface Props {
  readonly task: string
  /** Those that are shown. */
  readonly rows: readonly Row[]
  readonly columns: readonly SheetColumn[]
  readonly acts: ListActs
}

/** Fixed, so that thousands of rows need no measuring: two lines of text. */
const rowHeight = 48
const overscan = 6
/** Room under the last row for a text that opens downwards, and for a new row's button. */
const below = 200

/** The list as a sheet: cells, ranges, keys and clipboard as clerks know them from Excel. */
export function SheetGrid({ task: id, rows, columns, acts }: Props) {
  const sheet = useSheet()
  const task = useTask(id)
  const all = useTaskDraft(id).rows
  const verdicts = useVerdict(id)?.rows
  const activeRow = useSheetState(({ at }) => at?.row)
  const scroller = useRef<HTMLDivElement>(null)
  const { tracks, least } = useMemo(() => sheetTracks(columns), [columns])
  // The same while only texts change: the rows that name others are drawn anew where these have moved.
  const order = all.map((row) => row.id).join(' ')
  const numbers = useMemo(() => new Map(order.split(' ').map((row, index) => [row, index + 1])), [order])
  const rowName = useCallback(
    (row: string) => {
      const number = numbers.get(row)
      return number === undefined ? undefined : words.row(number)
    },
    [numbers],
  )
  useLayoutEffect(
    () =>
      sheet.show(
        rows,
        columns.map(({ field }) => field),
        (row) => numbers.has(row),
      ),
    [sheet, rows, columns, numbers],
  )

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan,
    paddingEnd: below,
    // The active row stays, however far it is scrolled away: the keyboard lives in it.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range)
      if (activeRow === undefined || activeRow >= rows.length || indexes.includes(activeRow)) return indexes
      return [...indexes, activeRow].toSorted((a, b) => a - b)
    },
  })

  // The end of the selection that moves stays in sight.
  useEffect(
    () =>
      sheet.store.subscribe((state, before) => {
        if (state.box === before.box || !state.at || !state.box) return
        const { at, box } = state
        // All of it: there is no end to look at.
        if (state.whole && box.top === 0 && box.bottom === sheet.rows().length - 1) return
        const row = at.row === box.top ? box.bottom : box.top
        const column = at.column === box.left ? box.right : box.left
        if (scroller.current)
          reveal(scroller.current, { row, column: state.whole ? undefined : column, rowHeight })
      }),
    [sheet],
  )
  useLayoutEffect(() => {
    const { at } = sheet.store.getState()
    if (scroller.current && at) reveal(scroller.current, { ...at, rowHeight })
  }, [sheet])

  const page = useCallback(
    () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - 40) / rowHeight) - 1),
    [],
  )
  const { onKeyDown, stay } = useSheetKeys(acts, page)
  const mouse = useSheetMouse(useCallback(() => scroller.current, []))
  const clipboard = useSheetClipboard(task, acts)
  const onFocus = ({ target }: FocusEvent) => {
    stay()
    // By Tab the keyboard comes to the first cell.
    if (target instanceof HTMLElement && target.role === 'gridcell') {
      sheet.go({ row: 0, column: 0 })
      sheet.focus()
    }
  }

  const style = {
    '--sheet-tracks': tracks,
    '--sheet-least': `${least}px`,
    '--sheet-head': `${headWidth}px`,
    '--sheet-row': `${rowHeight}px`,
  } as CSSProperties
  return (
    <div className="sheet-scroller" ref={scroller} style={style}>
      <div
        role="grid"
        className="sheet"
        aria-label={words.sheet(task.title)}
        aria-description={words.sheetHelp}
        aria-multiselectable
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
      >
        <SheetHead columns={columns} acts={acts} />
        <div
          role="rowgroup"
          className="sheet-body"
          style={{ height: virtual.getTotalSize() }}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onBlur={stay}
          onMouseDownCapture={stay}
          onMouseDown={mouse.onMouseDown}
          onDoubleClick={mouse.onDoubleClick}
          {...clipboard}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            return (
              row && (
                <SheetRow
                  key={row.id}
                  row={row}
                  index={index}
                  number={numbers.get(row.id) ?? index + 1}
                  top={start}
                  judged={verdicts?.get(row.id)}
                  columns={columns}
                  rowName={rowName}
                  onCommit={acts.write}
                />
              )
            )
          })}
        </div>
      </div>
      <button
        type="button"
        className="sheet-more"
        tabIndex={-1}
        style={{ top: 42 + rows.length * rowHeight }}
        onClick={() => {
          sheet.select(undefined)
          acts.addRow()
        }}
      >
        ＋ {words.addRow}
      </button>
    </div>
  )
}
