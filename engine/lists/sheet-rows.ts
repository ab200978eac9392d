import { attribute } from './xml-text.ts'
import { elementsIn, openingOf } from './xml-elements.ts'

export interface SheetCell {
  readonly style: string | undefined
  readonly xml: string
}

export interface SheetRow {
  /** As they stand in the tag; the row's number is among them. */
  attributes: string
  readonly cells: Map<number, SheetCell>
}

/** Excel has no more rows. */
const lastRow = 1_048_576

/** What stands before, in and behind `<sheetData>`. */
export function aroundData(xml: string): readonly [head: string, data: string, tail: string] {
  const [data] = elementsIn(xml, 'sheetData')
  if (!data) throw new Error('no sheetData')
  return [xml.slice(0, data.start), data.whole, xml.slice(data.start + data.whole.length)]
}

/**
 * The rows of a sheet by their number. A row that does not say which it is follows the one before it, and so does a cell
 * (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4); here each bears its number.
 *
 * @throws Error where two claim one place, or one stands behind a later one
 */
export function readRows(data: string): Map<number, SheetRow> {
  const rows = new Map<number, SheetRow>()
  let last = 0
  for (const { tag, inside } of elementsIn(data, 'row')) {
    const own = attribute(tag, 'r')
    const row = own === undefined ? last + 1 : Number(own)
    if (!(row > last && row <= lastRow)) throw new Error(`row ${own ?? row} behind row ${last}`)
    last = row
    const attributes = tag.slice('<row'.length, tag.endsWith('/>') ? -2 : -1)
    rows.set(row, {
      attributes: own === undefined ? ` r="${row}"${attributes}` : attributes,
      cells: readCells(inside, row),
    })
  }
  return rows
}

function readCells(xml: string, row: number): SheetRow['cells'] {
  const found: SheetRow['cells'] = new Map()
  let last = 0
  for (const { tag, whole } of elementsIn(xml, 'c')) {
    const own = attribute(tag, 'r')
    const [, letters = '', number = ''] = /^([A-Z]{1,3})(\d+)$/.exec(own ?? '') ?? []
    const column = own === undefined ? last + 1 : columnNumber(letters)
    if (column <= last || (own !== undefined && Number(number) !== row))
      throw new Error(`cell ${own ?? column} in row ${row} behind column ${last}`)
    last = column
    const named = own === undefined ? `<c r="${columnName(column)}${row}"${whole.slice('<c'.length)}` : whole
    found.set(column, { style: attribute(tag, 's'), xml: named })
  }
  return found
}

/** The cell's look alone. */
export const emptied = ({ style, xml }: SheetCell): SheetCell => {
  const name = attribute(openingOf(xml), 'r') ?? ''
  return { style, xml: `<c r="${name}"${style === undefined ? '' : ` s="${style}"`}/>` }
}

export const columnNumber = (letters: string): number =>
  [...letters].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0)

export function columnName(number: number): string {
  const rest = Math.floor((number - 1) / 26)
  return `${rest > 0 ? columnName(rest) : ''}${String.fromCharCode(65 + ((number - 1) % 26))}`
}
