import { sheetText } from '../documents/document-text.ts'
import { aroundData } from './shift-sheet.ts'
import { attribute, escaped } from './xml-text.ts'

interface SheetRow {
  attributes: string
  readonly cells: Map<number, { readonly style: string | undefined; readonly xml: string }>
}

/** The cells of a sheet's part, to be read for their look and written one by one. Rows and columns count from 1. */
export interface SheetCells {
  /** The index of the cell's format: its own, else that of its row or column. */
  styleOf(row: number, column: number): number
  /** The cell's element, blank where there is none. */
  xmlOf(row: number, column: number): string
  /** Writes a text that stays text whatever it looks like, a number, or nothing. */
  put(row: number, column: number, value: string | number | undefined, style: number): void
  heightOf(row: number): number | undefined
  setHeight(row: number, points: number): void
  widthOf(column: number): number
  /** The whole part. */
  toXml(): string
}

/** Excel's own, where a sheet says nothing. */
const usualWidth = 8.43

export function sheetCells(part: string): SheetCells {
  const [head, data, tail] = aroundData(part)
  const rows = new Map<number, SheetRow>()
  for (const [, attributes = '', cells = ''] of data.matchAll(
    /<row(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g,
  ))
    rows.set(Number(attribute(attributes, 'r')), { attributes, cells: cellsIn(cells) })
  const columns = columnsIn(head)
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
        own ? (own.style ?? 0) : (attribute(line?.attributes ?? '', 's') ?? columns.at(column)?.style ?? 0),
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
    heightOf(row) {
      const height = attribute(rows.get(row)?.attributes ?? '', 'ht')
      return height === undefined ? undefined : Number(height)
    },
    setHeight(row, points) {
      const line = rowAt(row)
      const bare = line.attributes.replace(/\s(?:ht|customHeight)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
      line.attributes = `${bare} ht="${points}" customHeight="1"`
    },
    widthOf: (column) => columns.at(column)?.width ?? columns.standard,
    toXml() {
      const sorted = [...rows].toSorted(([one], [other]) => one - other)
      const lines = sorted.map(([, { attributes, cells }]) => {
        const inside = [...cells].toSorted(([one], [other]) => one - other).map(([, cell]) => cell.xml)
        // Where a row's cells begin and end is a hint for readers, and wrong hints mislead them.
        return `<row${attributes.replace(/\sspans\s*=\s*"[^"]*"/, '')}>${inside.join('')}</row>`
      })
      return `${head}<sheetData>${lines.join('')}</sheetData>${tail}`
    },
  }
}

function cellsIn(xml: string): SheetRow['cells'] {
  const found = new Map<number, { style: string | undefined; xml: string }>()
  for (const [cell, attributes = ''] of xml.matchAll(/<c(?=[\s/>])([^>]*?)(?:\/>|>[\s\S]*?<\/c>)/g)) {
    const name = attribute(attributes, 'r') ?? ''
    found.set(columnNumber(name.replace(/\d+$/, '')), { style: attribute(attributes, 's'), xml: cell })
  }
  return found
}

function columnsIn(head: string) {
  const ranges = [...head.matchAll(/<col(?=\s)[^>]*>/g)].map(([tag]) => ({
    min: Number(attribute(tag, 'min')),
    max: Number(attribute(tag, 'max')),
    width: attribute(tag, 'width'),
    style: attribute(tag, 'style'),
  }))
  const format = /<sheetFormatPr(?=\s)[^>]*>/.exec(head)?.[0] ?? ''
  return {
    standard: Number(attribute(format, 'defaultColWidth') ?? attribute(format, 'baseColWidth') ?? usualWidth),
    at(column: number): { readonly width?: number; readonly style?: string } | undefined {
      const range = ranges.find(({ min, max }) => min <= column && column <= max)
      if (!range) return undefined
      const { width, style } = range
      return { ...(width !== undefined && { width: Number(width) }), ...(style !== undefined && { style }) }
    },
  }
}

/** A block of merged cells: rows and columns from 1, both ends included. */
export interface MergedCells {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export function mergedBlocks(xml: string): MergedCells[] {
  return [...xml.matchAll(/<mergeCell(?=\s)[^>]*>/g)].flatMap(([tag]): MergedCells[] => {
    const [, left, top, right, bottom] =
      /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attribute(tag, 'ref') ?? '') ?? []
    if (left === undefined || right === undefined) return []
    return [
      { top: Number(top), bottom: Number(bottom), left: columnNumber(left), right: columnNumber(right) },
    ]
  })
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0)

function columnName(number: number): string {
  const rest = Math.floor((number - 1) / 26)
  return `${rest > 0 ? columnName(rest) : ''}${String.fromCharCode(65 + ((number - 1) % 26))}`
}
