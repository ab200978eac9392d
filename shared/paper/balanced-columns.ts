import { autoSpace, type ColumnLayout, layColumns, wholeNumbers } from './column-layout.ts'
import type { TableDocument } from './table-document.ts'
import { countLines, longestWord, widthOf } from './text-lines.ts'

type Table = Pick<TableDocument, 'columns' | 'rows'>
interface Measures {
  readonly total: number
  readonly em: number
  readonly padding: number
  /** Each row is as high as so many lines anyhow: it holds a picture. */
  readonly leastLines?: number
}
/** Widths inside the cells, in em. */
type Widths = readonly number[]

/**
 * Columns as a careful clerk would draw them: beginning with the document's proportions, width is moved from column to
 * column as long as that makes the table shorter or saves a line of one or two characters. Dates, numbers, words and
 * short labels stay whole. Units as in `layColumns`.
 */
export function balanceColumns(table: Table, measures: Measures): ColumnLayout[] {
  const { total, em, padding, leastLines = 1 } = measures
  const inside = (width: number) => (width - padding) / em
  const laid = layColumns(table, measures)
  const needs = table.columns.map(({ label }, column) => need(label, textsOf(table, column)))
  const room = inside(total) - ((laid.length - 1) * padding) / em
  // Needs that leave nothing to move are no needs: the document's proportions stand.
  if (sum(needs) > room * 0.9) return laid
  const widths = shortest(
    withNeeds(
      laid.map(({ width }) => inside(width)),
      needs,
    ),
    needs,
    costOf(table, leastLines),
  )
  return wholeNumbers(widths.map((width) => width * em + padding)).map((width, column) => {
    const short = textsOf(table, column).every((text) => countLines(text, inside(width)) <= 1)
    return { width, align: short ? 'center' : 'left' }
  })
}

const sum = (all: readonly number[]): number => all.reduce((left, right) => left + right, 0)
const textsOf = ({ rows }: Table, column: number): string[] => rows.map((row) => row[column] ?? '')

/** A label up to 拍摄者或来源 stands on one line, and so do entries up to four characters and dates. */
const shortLabel = 6.2
const shortEntry = 4.5
const longestDate = 10
/** What is longer has at least so much. */
const leastText = 5.2
/** Digits of a substitute font may be a quarter wider than 仿宋's. */
const dateReserve = 1.07
/** A longer word is broken anyhow. */
const longestWhole = 9

function need(label: string, texts: readonly string[]): number {
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line !== '')
  const wide = (line: string) => widthOf(line) + autoSpace(line)
  const widest = Math.max(0, ...lines.map(wide))
  const dates = lines.every((line) => /^[\d年月日.\-－—~至、 ]+$/u.test(line))
  const words = lines.map(longestWord).filter((word) => word <= longestWhole)
  return Math.max(
    widthOf(label) <= shortLabel ? wide(label) + 0.2 : 4.2,
    entriesNeed(widest, dates),
    ...words.map((word) => word + 0.3),
  )
}

function entriesNeed(widest: number, dates: boolean): number {
  if (dates && widest <= longestDate) return widest * dateReserve + 0.3
  return widest <= shortEntry ? widest + 0.3 : leastText
}

/** Takes what is missing from the columns that have most to spare. */
function withNeeds(widths: Widths, needs: Widths): number[] {
  const missing = sum(widths.map((width, column) => Math.max(0, (needs[column] ?? 0) - width)))
  const spare = sum(widths.map((width, column) => Math.max(0, width - (needs[column] ?? 0))))
  return widths.map((width, column) => {
    const least = needs[column] ?? 0
    return width <= least ? least : width - ((width - least) / spare) * missing
  })
}

/** Widths are moved by up to eight em: a small step alone may gain nothing where a larger one saves a line. */
const steps = Array.from({ length: 16 }, (_, index) => (index + 1) / 2)
/** Of a long table so many rows tell enough. */
const rowsLookedAt = 120

function shortest(start: Widths, needs: Widths, cost: (widths: Widths) => number): number[] {
  const columns = start.map((_, column) => column)
  let best = { widths: [...start], cost: cost(start) }
  for (;;) {
    let next = best
    for (const step of steps)
      for (const from of columns) {
        if ((best.widths[from] ?? 0) - step < (needs[from] ?? 0)) continue
        for (const to of columns) {
          const widths = moved(best.widths, { from, to, step })
          const costs = cost(widths)
          if (costs < next.cost - 1e-6) next = { widths, cost: costs }
        }
      }
    if (next === best) return best.widths
    best = next
  }
}

const moved = (
  widths: Widths,
  { from, to, step }: { readonly from: number; readonly to: number; readonly step: number },
): number[] =>
  widths.map((width, column) => width + (column === to ? step : 0) - (column === from ? step : 0))

/** What a table costs: its lines, then last lines of a character or two, then how full its cells are. */
function costOf(table: Table, leastLines: number): (widths: Widths) => number {
  const every = Math.ceil(table.rows.length / rowsLookedAt)
  const rows = table.rows.filter((_, row) => row % every === 0)
  // The header stands on each page: about one in five lines of cells.
  const header = table.columns.map(({ label }) => label)
  const weights = [...rows.map(() => 1), Math.max(1, rows.length / 5)]
  const measured = [...rows, header]
  const known = new Map<string, readonly CellLines[]>()
  const columnAt = (column: number, width: number): readonly CellLines[] => {
    const key = `${column} ${width.toFixed(3)}`
    const found = known.get(key) ?? measured.map((row) => cellLines(row[column] ?? '', width))
    known.set(key, found)
    return found
  }
  return (widths) => {
    const columns = widths.map((width, column) => columnAt(column, width))
    return sum(
      weights.map((weight, row) => {
        const isHeader = row === rows.length
        let tallest = isHeader ? 1 : leastLines
        let rest = 0
        for (const column of columns) {
          const { lines, fill, orphan } = column[row] ?? blank
          tallest = Math.max(tallest, lines)
          rest += 0.1 * fill + (orphan ? (isHeader ? 2 : 0.4) : 0)
        }
        return weight * (tallest + rest)
      }),
    )
  }
}

interface CellLines {
  readonly lines: number
  /** The same in parts of a line, so that room goes to long texts also where it saves no whole line; 0 for a single line. */
  readonly fill: number
  /** The last line has a character or two, which a little more width would take in. */
  readonly orphan: boolean
}

const blank: CellLines = { lines: 1, fill: 0, orphan: false }

/** What punctuation that must not begin a line takes from it, on the average. */
const punctuation = 0.3

function cellLines(text: string, given: number): CellLines {
  const width = given - punctuation
  const lines = countLines(text, width)
  if (lines === 1) return blank
  const orphan = countLines(text, width + 2 / lines + 0.6) < lines
  return { lines, fill: widthOf(text) / width, orphan }
}
