import type { CellObject } from '@e965/xlsx'
import type { RawCell } from '../../shared/lists/raw-table.ts'
import { documentText, longestCellText, wholeCharacters } from '../documents/document-text.ts'
import { datePartsIn, numberText } from './cell-text.ts'
import { dateTimeText } from './date-format.ts'

/** A text of somebody's table: line breaks as `\n`, without control characters and blanks around it. */
export const tidyText = (text: string): string => documentText(wholeCharacters(text, longestCellText)).trim()

/** A sheet's cell with what its text alone does not tell. Dates are texts, `2023-09-17` or `2023-09-17 08:30`. */
export function rawCell(cell: CellObject, date1904: boolean): RawCell {
  const isFormula = cell.f !== undefined || cell.F !== undefined
  const { text, is } = valueOf(cell, date1904)
  if (text === '') return ''
  const kind = isFormula && is !== 'error' ? 'formula' : is
  return kind === undefined ? text : { text, is: kind }
}

function valueOf(
  cell: CellObject,
  date1904: boolean,
): { readonly text: string; readonly is?: 'number' | 'error' } {
  const { t: type, v: value, z: format, w: shown } = cell
  if (type === 'e') return { text: shown ?? String(value), is: 'error' }
  if (typeof value === 'string') return { text: tidyText(value) }
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' }
  if (typeof value !== 'number' || !Number.isFinite(value)) return { text: '' }
  const parts = datePartsIn(cell)
  const date = parts && dateTimeText(value, parts, String(format ?? ''), date1904)
  if (date !== undefined) return { text: date }
  return { text: paddedNumber(cell) ?? numberText(value), is: 'number' }
}

/** A number whose format fills it up with zeros, `02412345678`, as the sheet shows it: no digit is lost by it. */
function paddedNumber({ v: value, z: format, w: shown }: CellObject): string | undefined {
  return typeof format === 'string' &&
    /^0{2,}(?:-0+)*$/.test(format) &&
    Number.isSafeInteger(value) &&
    shown !== undefined &&
    /^[\d-]+$/.test(shown)
    ? shown
    : undefined
}
