import type { CellObject } from '@e965/xlsx'
import { documentText, longestCellText } from '../documents/document-text.ts'
import { datePartsOf, dateText, type DateParts } from './date-format.ts'

/** What a cell says. `trouble` is why it cannot be taken as it stands; `text` is then what Excel shows. */
export interface CellText {
  readonly text: string
  readonly trouble?:
    | { readonly problem: 'formula' }
    | { readonly problem: 'error-value'; readonly value: string }
    | { readonly problem: 'cell-too-long'; readonly characters: number; readonly limit: number }
}

/** The text of a cell as a clerk reads it: dates as `YYYY-MM-DD`, long numbers with all their digits. */
export function cellText(cell: CellObject | undefined, date1904: boolean): CellText {
  if (cell === undefined) return { text: '' }
  if (cell.f !== undefined || cell.F !== undefined)
    return { text: plainText(cell, date1904), trouble: { problem: 'formula' } }
  if (cell.t === 'e') {
    const value = cell.w ?? String(cell.v)
    return { text: value, trouble: { problem: 'error-value', value } }
  }
  if (typeof cell.v === 'string' && cell.v.length > longestCellText)
    return {
      text: cell.v.slice(0, 100),
      trouble: { problem: 'cell-too-long', characters: cell.v.length, limit: longestCellText },
    }
  return { text: plainText(cell, date1904) }
}

function plainText(cell: CellObject, date1904: boolean): string {
  if (typeof cell.v === 'string') return documentText(cell.v.slice(0, longestCellText)).trim()
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE'
  // No number is what stands for a formula's result that was not saved.
  if (typeof cell.v !== 'number' || Number.isNaN(cell.v)) return ''
  const parts = datePartsIn(cell)
  return (parts && dateText(cell.v, parts, date1904)) ?? numberText(cell.v)
}

/** The parts that a cell with a date shows of it; undefined for any other cell. */
export function datePartsIn({ z: format, w: shown }: CellObject): DateParts | undefined {
  if (typeof format === 'string') return datePartsOf(format)
  // In .xls SheetJS drops a Chinese date format, and only shows the date by another; how exact it was is lost.
  return shown !== undefined && /^\d+\/\d+\/\d+$/.test(shown)
    ? { year: true, month: true, day: true }
    : undefined
}

/** Without exponent; fifteen digits, as many as Excel keeps. */
export function numberText(value: number): string {
  const exact = Number(value.toPrecision(15))
  return Number.isInteger(exact)
    ? BigInt(exact).toString()
    : exact.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 15 })
}
