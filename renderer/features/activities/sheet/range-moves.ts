/** A cell by its place among the rows and columns that are shown. */
export interface Place {
  readonly row: number
  readonly column: number
}
export interface Size {
  readonly rows: number
  readonly columns: number
}
/** Cells that are selected, edges included. */
export interface Box {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Where the keyboard goes. `edge-` goes to the end of what is filled, as Ctrl and an arrow do. */
export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'edge-up'
  | 'edge-down'
  | 'edge-left'
  | 'edge-right'
  | 'row-start'
  | 'row-end'
  | 'sheet-start'
  | 'sheet-end'
  | 'page-up'
  | 'page-down'

interface Press {
  readonly key: string
  /** Ctrl, or the command key. */
  readonly control: boolean
}

const plainMoves: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'row-start',
  End: 'row-end',
  PageUp: 'page-up',
  PageDown: 'page-down',
}
const controlMoves: Readonly<Record<string, Move>> = {
  ArrowUp: 'edge-up',
  ArrowDown: 'edge-down',
  ArrowLeft: 'edge-left',
  ArrowRight: 'edge-right',
  Home: 'sheet-start',
  End: 'sheet-end',
}

/** The move that a key means; undefined where it means none. */
export const moveOf = ({ key, control }: Press): Move | undefined =>
  (control ? controlMoves : plainMoves)[key]

interface Ground {
  readonly size: Size
  /** Rows that fit on the screen. */
  readonly page: number
  readonly isFilled: (place: Place) => boolean
}

/** Where a move ends; at the edge of the sheet it stays. */
export function placeAfter(move: Move, from: Place, { size, page, isFilled }: Ground): Place {
  const last: Place = { row: size.rows - 1, column: size.columns - 1 }
  const inside = ({ row, column }: Place): Place => ({
    row: Math.max(0, Math.min(last.row, row)),
    column: Math.max(0, Math.min(last.column, column)),
  })
  const { row, column } = from
  const edge = (down: number, right: number) => inside(edgeAfter(from, { down, right }, size, isFilled))
  switch (move) {
    case 'up':
      return inside({ row: row - 1, column })
    case 'down':
      return inside({ row: row + 1, column })
    case 'left':
      return inside({ row, column: column - 1 })
    case 'right':
      return inside({ row, column: column + 1 })
    case 'edge-up':
      return edge(-1, 0)
    case 'edge-down':
      return edge(1, 0)
    case 'edge-left':
      return edge(0, -1)
    case 'edge-right':
      return edge(0, 1)
    case 'row-start':
      return { row, column: 0 }
    case 'row-end':
      return { row, column: last.column }
    case 'sheet-start':
      return { row: 0, column: 0 }
    case 'sheet-end':
      return inside(last)
    case 'page-up':
      return inside({ row: row - page, column })
    case 'page-down':
      return inside({ row: row + page, column })
  }
}

/** From filled to the last filled one before a gap, from a gap to the next filled one, else to the sheet's edge. */
function edgeAfter(
  from: Place,
  { down, right }: { readonly down: number; readonly right: number },
  size: Size,
  isFilled: (place: Place) => boolean,
): Place {
  const step = ({ row, column }: Place): Place => ({ row: row + down, column: column + right })
  const isThere = ({ row, column }: Place) =>
    row >= 0 && row < size.rows && column >= 0 && column < size.columns
  let at = step(from)
  if (!isThere(at)) return from
  const runs = isFilled(from) && isFilled(at)
  for (let next = step(at); isThere(next); next = step(next)) {
    if (runs ? !isFilled(next) : isFilled(at)) break
    at = next
  }
  return at
}

/** Where Tab leads: on to the next row at the end of one; undefined behind the last cell. */
export function tabAfter({ row, column }: Place, back: boolean, size: Size): Place | undefined {
  const flat = row * size.columns + column + (back ? -1 : 1)
  if (flat < 0 || flat >= size.rows * size.columns) return undefined
  return { row: Math.floor(flat / size.columns), column: flat % size.columns }
}

/** The cells between two corners. */
export const boxOf = (one: Place, other: Place): Box => ({
  top: Math.min(one.row, other.row),
  bottom: Math.max(one.row, other.row),
  left: Math.min(one.column, other.column),
  right: Math.max(one.column, other.column),
})

export const cellsIn = ({ top, bottom, left, right }: Box): number => (bottom - top + 1) * (right - left + 1)
