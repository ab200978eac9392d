import { sheetText } from '../documents/document-text.ts'
import { dropOrphans } from './orphaned-formulas.ts'
import { sheetColumns, withColumnsShown } from './sheet-columns.ts'
import { aroundData, columnName, emptied, readRows, type SheetRow } from './sheet-rows.ts'
import { attribute, escaped } from './xml-text.ts'

/** The cells of a sheet's part, to be read for their look and written one by one. Rows and columns count from 1. */
export interface SheetCells {
  /** The index of the cell's format: its own, else that of its row or column. */
  styleOf(row: number, column: number): number
  /** The cell's element, blank where there is none. */
  xmlOf(row: number, column: number): string
  /** Writes a text that stays text whatever it looks like, a number, or nothing. */
  put(row: number, column: number, value: string | number | undefined, style: number): void
  /** Takes out what the cell holds; its look stays. */
  clear(row: number, column: number): void
  /** Formulas that were shared with one that is gone: those of these rows go with their results, others become them. */
  dropOrphans(rows: { readonly first: number; readonly last: number }): void
  heightOf(row: number): number | undefined
  setHeight(row: number, points: number): void
  widthOf(column: number): number
  /** Shows a row that is hidden or of no height. */
  showRow(row: number): void
  showColumns(columns: readonly number[]): void
  /** The whole part. */
  toXml(): string
}

/** @throws Error where rows or cells do not stand in their order */
export function sheetCells(part: string): SheetCells {
  const [before, data, tail] = aroundData(part)
  let head = before
  const rows = readRows(data)
  let columns = sheetColumns(head)
  const rowAt = (row: number): SheetRow => {
    const there = rows.get(row) ?? { attributes: ` r="${row}"`, cells: new Map() }
    rows.set(row, there)
    return there
  }
  return {
    styleOf(row, column) {
      const line = rows.get(row)
      const own = line?.cells.get(column)
      return Number(
        own ? (own.style ?? 0) : (attribute(line?.attributes ?? '', 's') ?? columns.styleOf(column) ?? 0),
      )
    },
    xmlOf: (row, column) => rows.get(row)?.cells.get(column)?.xml ?? '',
    put(row, column, value, style) {
      const open = `<c r="${columnName(column)}${row}" s="${style}"`
      const xml =
        value === undefined
          ? `${open}/>`
          : typeof value === 'number'
            ? `${open}><v>${value}</v></c>`
            : `${open} t="inlineStr"><is><t xml:space="preserve">${escaped(sheetText(value))}</t></is></c>`
      rowAt(row).cells.set(column, { style: String(style), xml })
    },
    clear(row, column) {
      const cells = rows.get(row)?.cells
      const cell = cells?.get(column)
      if (cell) cells?.set(column, emptied(cell))
    },
    dropOrphans: (ready) => dropOrphans(rows, ready),
    heightOf(row) {
      const height = attribute(rows.get(row)?.attributes ?? '', 'ht')
      return height === undefined ? undefined : Number(height)
    },
    setHeight(row, points) {
      const line = rowAt(row)
      line.attributes = `${without(line.attributes, 'ht|customHeight')} ht="${points}" customHeight="1"`
    },
    widthOf: (column) => columns.widthOf(column),
    showRow(row) {
      const line = rowAt(row)
      const isFlat = Number(attribute(line.attributes, 'ht') ?? 1) <= 0
      line.attributes = without(line.attributes, isFlat ? 'hidden|ht|customHeight' : 'hidden')
    },
    showColumns(shown) {
      head = withColumnsShown(head, shown)
      columns = sheetColumns(head)
    },
    toXml() {
      const sorted = [...rows].toSorted(([one], [other]) => one - other)
      const lines = sorted.map(([, { attributes, cells }]) => {
        const inside = [...cells].toSorted(([one], [other]) => one - other).map(([, cell]) => cell.xml)
        // Where a row's cells begin and end is a hint for readers, and wrong hints mislead them.
        return `<row${without(attributes, 'spans')}>${inside.join('')}</row>`
      })
      return `${head}<sheetData>${lines.join('')}</sheetData>${tail}`
    },
  }
}

const without = (attributes: string, names: string): string =>
  attributes.replace(new RegExp(`\\s(?:${names})\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'g'), '')
