import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Field } from '../../../../shared/notice/field.ts'
import type { Row } from '../../../../shared/project/submission.ts'
import { type Box, boxOf, type Place } from './range-moves.ts'

/** A cell by what it is, wherever it is shown. */
export interface Cell {
  readonly row: string
  readonly field: string
}

/** `typed`: the text replaces what stood there, arrows lead on. `opened`: the text is gone on with, arrows move in it. */
export type Editing = false | 'typed' | 'opened'

export interface SheetState {
  /** The cell in which the keyboard is. */
  readonly active: Cell | undefined
  /** The corner of the selection that lies across from it. */
  readonly extent: Cell | undefined
  /** Whole rows were selected. */
  readonly whole: boolean
  readonly editing: Editing
  /** Where the active cell is; undefined until it is shown. */
  readonly at: Place | undefined
  readonly box: Box | undefined
}

/** What the active cell's text field does when asked. */
export interface CellWriting {
  /** Hands on what is written. */
  flush(): void
  /** Back to what stood there before. */
  restore(): void
  focus(): void
  readonly area: () => HTMLTextAreaElement | null
}

/** Where the clerk is in the sheet. Kept beside React: moving about draws the rows anew that it concerns. */
export interface Sheet {
  readonly store: StoreApi<SheetState>
  readonly rows: () => readonly Row[]
  readonly fields: () => readonly Field[]
  readonly cellAt: (place: Place) => Cell | undefined
  /**
   * What is on the screen now. An active row that is gone gives way to the one in its place; one that is only hidden, by a
   * filter, is left.
   */
  show(rows: readonly Row[], fields: readonly Field[], isHidden?: (row: string) => boolean): void
  /** Goes to a cell, also one that is shown only with the next drawing; `extent` spans a selection from it. */
  select(active: Cell | undefined, extent?: Cell, whole?: boolean): void
  /** The same by places. */
  go(place: Place, extent?: Place, whole?: boolean): void
  edit(editing: Editing): void
  /** Brings the keyboard to the active cell, now or when it is drawn. */
  focus(): void
  /** The active cell's text field tells of itself; it is told whether it takes the keyboard. */
  host(writing: CellWriting): { readonly takesFocus: boolean; readonly leave: () => void }
  readonly writing: () => CellWriting | undefined
}

const nowhere: SheetState = {
  active: undefined,
  extent: undefined,
  whole: false,
  editing: false,
  at: undefined,
  box: undefined,
}

export function createSheet(): Sheet {
  const store = createStore<SheetState>(() => nowhere)
  let rows: readonly Row[] = []
  let fields: readonly Field[] = []
  let rowAt: ReadonlyMap<string, number> = new Map()
  let writing: CellWriting | undefined
  let wantsFocus = false
  let patience: ReturnType<typeof setTimeout> | undefined

  const placeOf = (cell: Cell | undefined): Place | undefined => {
    const row = cell && rowAt.get(cell.row)
    if (row === undefined) return undefined
    return {
      row,
      column: Math.max(
        0,
        fields.findIndex(({ key }) => key === cell?.field),
      ),
    }
  }
  const cellAt = ({ row, column }: Place): Cell | undefined => {
    const there = rows[row]
    const field = fields[column]
    return there && field && { row: there.id, field: field.key }
  }
  /** The cell really meant: a column that is turned off gives way to the first one. */
  const shownCell = (cell: Cell | undefined): Cell | undefined => {
    if (!cell || fields.some(({ key }) => key === cell.field)) return cell
    const at = placeOf(cell)
    return (at && cellAt(at)) ?? cell
  }
  const placed = ({ active, extent }: Pick<SheetState, 'active' | 'extent'>) => {
    const at = placeOf(active)
    return { at, box: at && boxOf(at, placeOf(extent) ?? at) }
  }
  const select: Sheet['select'] = (active, extent = active, whole = false) => {
    const before = store.getState()
    if (before.editing) writing?.flush()
    const next = { active: shownCell(active), extent: shownCell(extent), whole, editing: false } as const
    store.setState({ ...next, ...placed(next) })
  }
  const go: Sheet['go'] = (place, extent, whole) => {
    const cell = cellAt(place)
    if (cell) select(cell, extent && cellAt(extent), whole)
  }

  return {
    store,
    rows: () => rows,
    fields: () => fields,
    cellAt,
    show(nextRows, nextFields, isHidden = () => false) {
      rows = nextRows
      fields = nextFields
      rowAt = new Map(rows.map(({ id }, index) => [id, index]))
      const state = store.getState()
      if (!state.active) return
      const now = placed(state)
      if (now.at) {
        // The column may have been turned off in which the clerk is.
        if (shownCell(state.active) !== state.active || shownCell(state.extent) !== state.extent)
          go({ row: now.at.row, column: Math.min(state.at?.column ?? 0, fields.length - 1) })
        else if (!same(now.at, state.at) || !same(now.box, state.box)) store.setState(now)
        return
      }
      // Not drawn yet.
      if (!state.at) return
      if (rows.length === 0 || isHidden(state.active.row)) store.setState(nowhere)
      else go({ row: Math.min(state.at.row, rows.length - 1), column: state.at.column })
    },
    select,
    go,
    edit(editing) {
      if (store.getState().editing !== editing) store.setState({ editing })
    },
    focus() {
      writing?.focus()
      wantsFocus = true
      // What is not drawn by then was not meant.
      clearTimeout(patience)
      patience = setTimeout(() => (wantsFocus = false), 300)
    },
    host(next) {
      writing = next
      const { activeElement } = document
      const takesFocus = wantsFocus || activeElement === document.body || activeElement === null
      wantsFocus = false
      return {
        takesFocus,
        leave() {
          if (writing === next) writing = undefined
        },
      }
    },
    writing: () => writing,
  }
}

const same = (one: Place | Box | undefined, other: Place | Box | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
