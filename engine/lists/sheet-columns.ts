import { attribute, changeTags } from './xml-text.ts'
import { insideTag } from './xml-elements.ts'

/** What a sheet says of its columns. */
export interface SheetColumns {
  widthOf(column: number): number
  styleOf(column: number): string | undefined
}

/** Excel's own, where a sheet says nothing. */
const usualWidth = 8.43

/** @param head what stands before a sheet's data */
export function sheetColumns(head: string): SheetColumns {
  const ranges = [...head.matchAll(colTags)].map(([tag]) => ({
    ...reachOf(tag),
    width: attribute(tag, 'width'),
    style: attribute(tag, 'style'),
  }))
  const at = (column: number) => ranges.find(({ min, max }) => min <= column && column <= max)
  const standard = standardWidth(head)
  return {
    widthOf: (column) => Number(at(column)?.width ?? standard),
    styleOf: (column) => at(column)?.style,
  }
}

const colTags = new RegExp(`<col(?=\\s)${insideTag}>`, 'g')
const formatTag = new RegExp(`<sheetFormatPr(?=\\s)${insideTag}>`)

const reachOf = (tag: string) => ({
  min: Number(attribute(tag, 'min')),
  max: Number(attribute(tag, 'max')),
})

function standardWidth(head: string): number {
  const format = formatTag.exec(head)?.[0] ?? ''
  return Number(attribute(format, 'defaultColWidth') ?? attribute(format, 'baseColWidth') ?? usualWidth)
}

/** No wider than a hair, or hidden: what is written there would be sent unseen. */
const isUnseen = (tag: string): boolean =>
  /^(?:1|true)$/.test(attribute(tag, 'hidden') ?? '') || Number(attribute(tag, 'width') ?? usualWidth) < 1

/** Shows the columns that are written into; others stay hidden, also where one tag speaks of both. */
export function withColumnsShown(head: string, columns: readonly number[]): string {
  return changeTags(head, 'col', (tag) => {
    const { min, max } = reachOf(tag)
    const shown = columns.filter((column) => min <= column && column <= max).toSorted((a, b) => a - b)
    if (shown.length === 0 || !isUnseen(tag)) return tag
    const pieces: string[] = []
    let next = min
    for (const column of shown) {
      if (column > next) pieces.push(reaching(tag, next, column - 1))
      pieces.push(reaching(seen(tag, standardWidth(head)), column, column))
      next = column + 1
    }
    if (next <= max) pieces.push(reaching(tag, next, max))
    return pieces.join('')
  })
}

const reaching = (tag: string, min: number, max: number): string =>
  tag.replace(/(\smin\s*=\s*)["']\d*["']/, `$1"${min}"`).replace(/(\smax\s*=\s*)["']\d*["']/, `$1"${max}"`)

function seen(tag: string, standard: number): string {
  const shown = tag.replace(/\shidden\s*=\s*["']\w*["']/, '')
  if (Number(attribute(tag, 'width') ?? standard) >= 1) return shown
  return shown.replace(/(\swidth\s*=\s*)["'][\d.]*["']/, `$1"${standard}"`)
}
