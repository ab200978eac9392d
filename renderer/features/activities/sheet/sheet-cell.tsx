import { memo, type ReactNode } from 'react'
import type { CellMark } from './cell-marks.ts'
import type { SheetColumn } from './sheet-columns.ts'

interface Props {
  readonly column: SheetColumn
  /** From 0. */
  readonly index: number
  readonly text: string
  readonly mark: CellMark | undefined
  readonly selected: boolean
  /** The text field of the active cell. */
  readonly children?: ReactNode
  /** Tab comes to this cell while the keyboard has not been in the sheet. */
  readonly stop: boolean
  readonly placeholder: string
}

/** One text of the list. */
export const SheetCell = memo(function SheetCell(props: Props) {
  const { column, index, text, mark, selected, children, stop, placeholder } = props
  const look = [
    'sheet-cell',
    index === 0 && 'sheet-pin sheet-name',
    mark && `sheet-${mark.look}`,
    selected && 'sheet-in',
    children !== undefined && 'sheet-active',
    (column.field.type === 'phone' || column.field.type === 'number') && 'tabular',
  ]
  return (
    <div
      role="gridcell"
      aria-colindex={index + 2}
      aria-selected={selected}
      aria-invalid={mark?.look === 'error' || mark?.look === 'missing' || undefined}
      className={look.filter(Boolean).join(' ')}
      data-column={index}
      title={mark?.text}
      tabIndex={stop ? 0 : undefined}
    >
      <span className="sheet-text">
        {text === '' && mark?.look === 'missing' ? <i className="sheet-blank">{placeholder}</i> : text}
      </span>
      {children}
    </div>
  )
})
