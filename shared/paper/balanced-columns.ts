import { autoSpace, type ColumnLayout, layColumns, wholeNumbers } from './column-layout.ts'
import type { TableDocument } from './table-document.ts'
import { costOf, type Widths } from './table-cost.ts'
import { countLines, longestWord, widthOf } from './text-lines.ts'

type Table = Pick<TableDocument, 'columns' | 'rows'>
interface Measures {
  readonly total: number
  readonly em: number
  readonly padding: number
  /** Each row is as high as so many lines anyhow: it holds a picture. */
  readonly leastLines?: number
}

/**
 * Columns as a careful clerk would draw them: beginning with the document's proportions, width is moved from column to
 * column as long as that makes the table shorter or saves a line of one or two characters. Dates, numbers, words and
 * short labels stay whole. Units as in `layColumns`.
 */
export function balanceColumns(given: Table, measures: Measures): ColumnLayout[] {
  const table = { ...given, rows: given.rows.map((row) => row.map((text) => text.slice(0, textLookedAt))) }
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

/** So many characters of a text tell enough; they never stand on one line. */
const textLookedAt = 400

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
/** What so many moves have not balanced is not worth the time of more. */
const mostMoves = 40

function shortest(start: Widths, needs: Widths, cost: (widths: Widths) => number): number[] {
  const columns = start.map((_, column) => column)
  let best = { widths: [...start], cost: cost(start) }
  for (let move = 0; move < mostMoves; move++) {
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
    if (next === best) break
    best = next
  }
  return best.widths
}

const moved = (
  widths: Widths,
  { from, to, step }: { readonly from: number; readonly to: number; readonly step: number },
): number[] =>
  widths.map((width, column) => width + (column === to ? step : 0) - (column === from ? step : 0))
