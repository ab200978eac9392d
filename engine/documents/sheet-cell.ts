import type { Alignment, Borders, Cell } from 'exceljs'
import { sheetText } from './document-text.ts'

export interface CellLook {
  readonly font: string
  /** In points. */
  readonly size: number
  readonly horizontal?: Alignment['horizontal']
  readonly vertical?: Alignment['vertical']
  readonly bold?: boolean
  readonly color?: string
  readonly fill?: string
  readonly border?: boolean
}

const thin = { style: 'thin' } as const
const box: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin }

/**
 * Puts a text into a cell that stays text: no formula, no date, no number in scientific notation, whatever it looks
 * like and whatever is typed over it.
 */
export function setText(cell: Cell, text: string, look: CellLook): void {
  cell.value = text === '' ? null : sheetText(text)
  cell.numFmt = '@'
  setLook(cell, look)
}

export function setLook(cell: Cell, look: CellLook): void {
  cell.font = {
    name: look.font,
    size: look.size,
    charset: 134,
    ...(look.bold ? { bold: true } : {}),
    ...(look.color === undefined ? {} : { color: { argb: look.color } }),
  }
  cell.alignment = {
    wrapText: true,
    horizontal: look.horizontal ?? 'left',
    vertical: look.vertical ?? 'middle',
  }
  if (look.fill !== undefined) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: look.fill } }
  if (look.border) cell.border = box
}
