import { describe, expect, it } from 'vitest'
import { boxOf, cellsIn, type Move, moveOf, placeAfter, tabAfter } from './range-moves.ts'

/** Filled cells are marked. */
const drawn = ['xx.x', 'xx..', '.x..', 'xx.x']
const size = { rows: 4, columns: 4 }
const ground = {
  size,
  page: 2,
  isFilled: ({ row, column }: { row: number; column: number }) => drawn[row]?.[column] === 'x',
}
const from = (row: number, column: number, move: Move) => {
  const to = placeAfter(move, { row, column }, ground)
  return [to.row, to.column]
}

describe('moves in the sheet', () => {
  it('go one cell and stay at the edges', () => {
    expect(from(1, 1, 'up')).toEqual([0, 1])
    expect(from(0, 1, 'up')).toEqual([0, 1])
    expect(from(3, 3, 'right')).toEqual([3, 3])
    expect(from(3, 0, 'page-up')).toEqual([1, 0])
    expect(from(3, 0, 'page-down')).toEqual([3, 0])
    expect(from(2, 2, 'row-start')).toEqual([2, 0])
    expect(from(2, 2, 'sheet-end')).toEqual([3, 3])
  })

  it('go to the end of what is filled, over a gap, or to the edge', () => {
    expect(from(0, 0, 'edge-down')).toEqual([1, 0])
    expect(from(1, 0, 'edge-down')).toEqual([3, 0])
    expect(from(0, 1, 'edge-down')).toEqual([3, 1])
    expect(from(0, 1, 'edge-right')).toEqual([0, 3])
    expect(from(1, 1, 'edge-right')).toEqual([1, 3])
    expect(from(0, 3, 'edge-left')).toEqual([0, 1])
    expect(from(0, 0, 'edge-up')).toEqual([0, 0])
  })

  it('are told by keys', () => {
    expect(moveOf({ key: 'ArrowDown', control: false })).toBe('down')
    expect(moveOf({ key: 'End', control: true })).toBe('sheet-end')
    expect(moveOf({ key: 'PageUp', control: true })).toBeUndefined()
    expect(moveOf({ key: 'a', control: false })).toBeUndefined()
  })

  it('by Tab go on in the next row, and leave behind the last cell', () => {
    expect(tabAfter({ row: 0, column: 3 }, false, size)).toEqual({ row: 1, column: 0 })
    expect(tabAfter({ row: 1, column: 0 }, true, size)).toEqual({ row: 0, column: 3 })
    expect(tabAfter({ row: 3, column: 3 }, false, size)).toBeUndefined()
    expect(tabAfter({ row: 0, column: 0 }, true, size)).toBeUndefined()
  })

  it('span a box whichever corner comes first', () => {
    const box = boxOf({ row: 3, column: 0 }, { row: 1, column: 2 })
    expect(box).toEqual({ top: 1, bottom: 3, left: 0, right: 2 })
    expect(cellsIn(box)).toBe(9)
  })
})
