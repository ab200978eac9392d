/** Where the keyboard goes from a cell. `next` and `previous` go on in the row above or below, as in a form. */
export type Move = 'next' | 'previous' | 'above' | 'below' | 'left' | 'right'

/** A key, with what is held down beside it. */
export interface Press {
  readonly key: string
  readonly shift: boolean
  readonly alt: boolean
  /** Ctrl, or the command key. */
  readonly control: boolean
}
/** Where the caret stands in the cell's text. */
export interface Caret {
  readonly atStart: boolean
  readonly atEnd: boolean
  readonly onFirstLine: boolean
  readonly onLastLine: boolean
}

/**
 * The move that a key means in a cell; undefined leaves the key to the text. Arrows leave the text only from its edge,
 * or with Alt held.
 *
 * @param caret looked at for arrows only, for it must be measured
 */
export function moveOf({ key, shift, alt, control }: Press, caret: () => Caret): Move | undefined {
  if (control) return undefined
  if (key === 'Tab' && !alt) return shift ? 'previous' : 'next'
  if (key === 'Enter' && !alt) return shift ? 'above' : 'below'
  if (shift) return undefined
  switch (key) {
    case 'ArrowUp':
      return alt || caret().onFirstLine ? 'above' : undefined
    case 'ArrowDown':
      return alt || caret().onLastLine ? 'below' : undefined
    case 'ArrowLeft':
      return !alt && caret().atStart ? 'left' : undefined
    case 'ArrowRight':
      return !alt && caret().atEnd ? 'right' : undefined
    default:
      return undefined
  }
}

/** A cell by row and column; column -1 is the head of the row. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** Where a move ends in a grid of so many rows and columns; undefined at its edge. */
export function placeAfter(
  move: Move,
  { row, column }: Place,
  size: { readonly rows: number; readonly columns: number },
): Place | undefined {
  const to = ((): Place => {
    switch (move) {
      case 'next':
        return column + 1 < size.columns ? { row, column: column + 1 } : { row: row + 1, column: 0 }
      case 'previous':
        return column > 0 ? { row, column: column - 1 } : { row: row - 1, column: size.columns - 1 }
      case 'above':
        return { row: row - 1, column }
      case 'below':
        return { row: row + 1, column }
      case 'left':
        return { row, column: column - 1 }
      case 'right':
        return { row, column: column + 1 }
    }
  })()
  const isThere = to.row >= 0 && to.row < size.rows && to.column >= -1 && to.column < size.columns
  return isThere ? to : undefined
}
