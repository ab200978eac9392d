import { memo } from 'react'
import type { Row } from '../../../../shared/project/submission.ts'
import type { Judged } from '../../../../shared/rules/verdict.ts'
import { words } from '../wording.ts'
import { CellEditor } from './cell-editor.tsx'
import { cellMarks, wholeRow } from './cell-marks.ts'
import { SheetCell } from './sheet-cell.tsx'
import type { SheetColumn } from './sheet-columns.ts'
import { useSheetState } from './sheet-context.ts'
import type { Cell, SheetState } from './sheet-state.ts'

interface Props {
  readonly row: Row
  /** Among the rows that are shown, from 0. */
  readonly index: number
  /** In the list, from 1. */
  readonly number: number
  /** Distance from the top, in px. */
  readonly top: number
  readonly judged: readonly Judged[] | undefined
  readonly columns: readonly SheetColumn[]
  readonly rowName: (id: string) => string | undefined
  readonly onCommit: (cell: Cell, text: string) => void
}

const unselected = -1
const mostColumns = 1000

/** The columns of a row that are selected, as one number. */
const selectedIn =
  (index: number) =>
  ({ box }: SheetState): number =>
    box && index >= box.top && index <= box.bottom ? box.left * mostColumns + box.right : unselected

/** An activity. It is drawn anew when it changes, when something else is found of it, or when the clerk comes or goes. */
export const SheetRow = memo(function SheetRow(props: Props) {
  const { row, index, number, top, judged, columns, rowName, onCommit } = props
  const selected = useSheetState(selectedIn(index))
  const active = useSheetState(({ at }) => (at?.row === index ? at.column : undefined))
  const isFirstStop = useSheetState(({ at }) => at === undefined && index === 0)
  const whole = useSheetState((state) => state.whole && selectedIn(index)(state) !== unselected)
  const marks = cellMarks(judged, rowName)
  const mark = marks.get(wholeRow)
  const [left, right] = [Math.floor(selected / mostColumns), selected % mostColumns]
  const isSelected = (column: number) => selected !== unselected && column >= left && column <= right
  const look = [
    'sheet-row',
    active !== undefined && 'sheet-row-current',
    selected !== unselected && 'sheet-row-in',
    whole && 'sheet-row-whole',
  ]
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={look.filter(Boolean).join(' ')}
      style={{ transform: `translateY(${top}px)` }}
      data-row={index}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className={`sheet-cell sheet-pin sheet-number tabular${mark ? ` sheet-${mark.look}` : ''}`}
        data-head=""
        title={mark?.text ?? words.rowHead}
      >
        {number}
      </div>
      {columns.map((column, at) => {
        const { key, label } = column.field
        const text = row.fields[key] ?? ''
        const own = marks.get(key)
        return (
          <SheetCell
            key={key}
            column={column}
            index={at}
            text={text}
            mark={own}
            selected={isSelected(at)}
            stop={isFirstStop && at === 0}
            placeholder={words.pleaseFill(label)}
          >
            {active === at ? (
              <CellEditor
                key={`${row.id} ${key}`}
                field={column.field}
                number={number}
                value={text}
                invalid={own?.look === 'error' || own?.look === 'missing'}
                onCommit={(written) => onCommit({ row: row.id, field: key }, written)}
              />
            ) : undefined}
          </SheetCell>
        )
      })}
    </div>
  )
})
