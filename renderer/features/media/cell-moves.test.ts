import { describe, expect, it } from 'vitest'
import { type Caret, moveOf, placeAfter, type Press } from './cell-moves.ts'

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  shift: false,
  alt: false,
  control: false,
  ...held,
})
const inside: Caret = { atStart: false, atEnd: false, onFirstLine: false, onLastLine: false }
const oneLine: Caret = { atStart: false, atEnd: true, onFirstLine: true, onLastLine: true }

describe('a key in a cell', () => {
  it.each([
    [press('Tab'), inside, 'next'],
    [press('Tab', { shift: true }), inside, 'previous'],
    [press('Enter'), inside, 'below'],
    [press('Enter', { shift: true }), inside, 'above'],
    [press('ArrowUp'), inside, undefined],
    [press('ArrowUp', { alt: true }), inside, 'above'],
    [press('ArrowDown', { alt: true }), inside, 'below'],
    [press('ArrowUp'), oneLine, 'above'],
    [press('ArrowDown'), oneLine, 'below'],
    [press('ArrowDown', { shift: true }), oneLine, undefined],
    [press('ArrowLeft'), oneLine, undefined],
    [press('ArrowRight'), oneLine, 'right'],
    [press('ArrowLeft', { alt: true }), { ...oneLine, atStart: true }, undefined],
    [press('ArrowLeft'), { ...oneLine, atStart: true }, 'left'],
    [press('ArrowUp', { control: true }), oneLine, undefined],
    [press('a'), oneLine, undefined],
  ] as const)('%j at %j moves %s', (key, caret, move) => {
    expect(moveOf(key, () => caret)).toBe(move)
  })
})

describe('a move', () => {
  const size = { rows: 3, columns: 5 }
  it.each([
    ['next', { row: 0, column: 4 }, { row: 1, column: 0 }],
    ['previous', { row: 1, column: 0 }, { row: 0, column: 4 }],
    ['next', { row: 2, column: 4 }, undefined],
    ['previous', { row: 0, column: 0 }, undefined],
    ['below', { row: 1, column: 3 }, { row: 2, column: 3 }],
    ['below', { row: 2, column: 3 }, undefined],
    ['above', { row: 0, column: 3 }, undefined],
    ['left', { row: 1, column: 0 }, { row: 1, column: -1 }],
    ['left', { row: 1, column: -1 }, undefined],
    ['right', { row: 1, column: -1 }, { row: 1, column: 0 }],
    ['right', { row: 1, column: 4 }, undefined],
    ['below', { row: 0, column: -1 }, { row: 1, column: -1 }],
  ] as const)('%s from %j ends at %j', (move, from, to) => {
    expect(placeAfter(move, from, size)).toEqual(to)
  })
})
