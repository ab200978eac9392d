import { fonts } from '../../shared/paper/fonts.ts'
import { cellPadding, emUnits, rowHeight, tallestRow } from '../documents/sheet-measures.ts'
import { countLines } from '../../shared/paper/text-lines.ts'
import type { CellFormats } from './cell-formats.ts'
import type { SheetCells } from './sheet-cells.ts'

/** A column of somebody's workbook that is filled in. */
export interface ForeignColumn {
  /** From 1. */
  readonly number: number
  /** How wide it is, with those that are merged with it. */
  readonly units: number
  readonly is: 'sequence' | 'phone' | 'text'
  /** Whether its entries are all so short that they look well in the middle. */
  readonly short: boolean
}

/** A sheet that is being filled in. */
export interface OpenSheet {
  readonly cells: SheetCells
  readonly formats: CellFormats
  readonly columns: readonly ForeignColumn[]
  /** The header's row, whose borders a row without a look of its own gets. */
  readonly like: number | undefined
}

/** Excel would take such a text, once someone has been in the cell, for a formula, a number or a date. */
const mistakable = /^[=+\-@\d.]/
/** In points: one line in Excel's own look. */
const oneLine = 22
/** Below Excel's tallest, so that header and row go onto one page. */
const tallestShown = 380
const smallerSizes = [9, 7.5, 6.5, 5.5, 5]

/**
 * Writes a row of the list. The look is the row's own; only a text that would be cut off makes its cell wrap and the row
 * higher, and only what Excel could mistake becomes a text by its format.
 */
export function fillRow(sheet: OpenSheet, row: number, texts: readonly string[]): void {
  const { cells, formats, columns, like } = sheet
  const filled = columns.map((column) => {
    const text = texts[column.number - 1] ?? ''
    const own = cells.styleOf(like ?? row, column.number)
    return { ...column, text, style: dressed(sheet, column, own, text) }
  })
  const height = (largest: number) =>
    Math.max(
      0,
      ...filled
        .filter(({ text }) => text !== '')
        .map(({ text, units, style }) =>
          rowHeight([{ text, units }], Math.min(formats.sizeOf(style), largest)),
        ),
    )
  const fits = height(Infinity) <= tallestShown
  const largest = fits ? Infinity : (smallerSizes.find((one) => height(one) <= tallestShown) ?? 5)
  for (const { number, text, style, is } of filled) {
    const size = formats.sizeOf(style)
    const value = text === '' ? undefined : is === 'sequence' ? Number(text) : text
    cells.put(row, number, value, size > largest ? formats.changed(style, { size: largest }) : style)
  }
  const needed = Math.min(height(largest), tallestRow)
  const own = cells.heightOf(row)
  // The template's height holds unless a text would be cut off.
  if (needed > (own ?? oneLine)) cells.setHeight(row, needed)
}

function dressed(
  { formats, like }: OpenSheet,
  { is, units, short }: ForeignColumn,
  own: number,
  text: string,
): number {
  const lines = countLines(text, (units - cellPadding) / emUnits(formats.sizeOf(own)))
  const plain = { font: fonts.text, horizontal: short ? 'center' : 'left' } as const
  const style = like === undefined ? own : formats.changed(own, { plain })
  const change = {
    ...((is === 'phone' || (is === 'text' && mistakable.test(text))) && { text: true }),
    ...(lines > 1 && !formats.wraps(style) && { wrap: true }),
  }
  return Object.keys(change).length === 0 ? style : formats.changed(style, change)
}
