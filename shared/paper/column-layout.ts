import { countLines, widthOf } from './text-lines.ts'
import type { TableDocument } from './table-document.ts'

export interface ColumnLayout {
  /** In the unit of `total`, whole numbers that add up to it. */
  readonly width: number
  readonly align: 'center' | 'left'
}

/**
 * Columns that fill `total` in the document's proportions. A column of short entries (序号, 图片, a date) gets what
 * it needs to keep each on one line, at the cost of the others; it is centred, a column of longer texts begins at
 * the left. `em` is the width of a Chinese character and `padding` a cell's inner margins, in the same unit.
 */
export function layColumns(
  doc: Pick<TableDocument, 'columns' | 'rows'>,
  { total, em, padding }: { readonly total: number; readonly em: number; readonly padding: number },
): ColumnLayout[] {
  const texts = doc.columns.map((_, column) => doc.rows.map((row) => row[column] ?? ''))
  const needs = doc.columns.map(({ label }, column) =>
    Math.ceil(need(label, texts[column] ?? []) * em + padding),
  )
  const widths = fitWidths(
    doc.columns.map(({ width }) => width),
    needs,
    total,
  )
  return widths.map((width, column) => {
    const inside = (width - padding) / em
    const short = texts[column]?.every((text) => countLines(text, inside) <= 1) ?? true
    return { width, align: short ? 'center' : 'left' }
  })
}

/** Word sets a quarter of an em between Chinese characters and digits or letters, in em. */
export const autoSpace = (line: string): number =>
  (line.match(/[\u3000-\u9FFF][0-9A-Za-z]|[0-9A-Za-z](?=[\u3000-\u9FFF])/g)?.length ?? 0) / 4

/** Entries up to this width stay on one line wherever the table allows it: a full date has 8.7 em. */
const shortEntry = 9

/** In em: the longest short entry, and the label up to four characters (拍摄时间) on one line. */
function need(label: string, texts: readonly string[]): number {
  const lines = texts.flatMap((text) => text.split('\n'))
  const widest = Math.max(
    0,
    ...lines.map((line) => (line.length > 40 ? shortEntry + 1 : widthOf(line) + autoSpace(line))),
  )
  return Math.max(Math.min(widthOf(label) + 0.2, 4.2), widest <= shortEntry ? widest + 0.3 : 0)
}

/** Scales widths to whole numbers with the given sum, none below its need unless the needs take too much in all. */
export function fitWidths(widths: readonly number[], needs: readonly number[], total: number): number[] {
  const sum = (all: readonly number[]) => all.reduce((left, right) => left + right, 0)
  const modest = sum(needs) <= total * 0.8
  const held = new Set<number>()
  for (;;) {
    const rest = total - sum([...held].map((column) => needs[column] ?? 0))
    const free = sum(widths.filter((_, column) => !held.has(column)))
    const scaled = widths.map((width, column) =>
      held.has(column) ? (needs[column] ?? 0) : (width / free) * rest,
    )
    const short = scaled.findIndex(
      (width, column) => modest && !held.has(column) && width < (needs[column] ?? 0),
    )
    if (short < 0) return wholeNumbers(scaled)
    held.add(short)
  }
}

/** Rounds so that the sum of the rounded is the rounded sum. */
export function wholeNumbers(widths: readonly number[]): number[] {
  let exact = 0
  let used = 0
  return widths.map((width) => {
    exact += width
    const whole = Math.round(exact) - used
    used += whole
    return whole
  })
}
