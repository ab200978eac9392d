import { paperWords } from '../wording/paper-words.ts'
import { type ColumnLayout, layColumns } from './column-layout.ts'
import { type Density, emOf, measures } from './density.ts'
import type { Piece, Run } from './flow.ts'
import { type Html, joined, markup } from './markup.ts'
import { breakLines, cutText } from './line-breaks.ts'
import { printableWidth } from './page-layout.ts'
import type { PaperBlock } from './paper.ts'
import { textHtml } from './text-html.ts'
import { widthOf } from './text-lines.ts'

type Table = Extract<PaperBlock, { kind: 'table' }>

const width = printableWidth('portrait')
const { inset, rule } = measures

/** A row that takes more lines than this is continued in another one. */
const mostLines = 30

/** The table as a run with its header on each sheet, and the mark behind its end. */
export function tableRuns(table: Table, density: Density): Run[] {
  const { table: type } = density
  const columns = columnsOf(table, density).map((column) => ({
    ...column,
    ems: (column.width - 2 * inset) / emOf(type.size) - 0.1,
  }))
  const height = (lines: number) => Math.max(lines, 1) * type.line + 2 * type.space + rule
  const header = table.columns.map(({ label }, index) => breakLines(label, columns[index]?.ems ?? 1))
  const labels = joined(header.map((lines) => markup`<th>${joined(lines.map((line) => markup`<span class="label">${line}</span>`))}</th>`)) // prettier-ignore
  // The last column gets what is left, so that the table is as wide as the form above it.
  const grid = joined(columns.map((column, index) => index === columns.length - 1 ? markup`<col />` : markup`<col style="width:${column.width.toFixed(2)}mm" />`)) // prettier-ignore
  const pieces = table.rows.flatMap((row) => rowPieces(row, columns, height))
  return [
    {
      pieces,
      gap: measures.aboveTable,
      caption: measures.captionLine,
      header: height(Math.max(...header.map(({ length }) => length))),
      together: 3,
      wrap: (rows, begins) =>
        markup`${begins ? markup`<h2>${table.title}</h2>` : ''}
          <table class="list">
            <colgroup>
              ${grid}
            </colgroup>
            <thead>
              <tr>
                ${labels}
              </tr>
            </thead>
            <tbody>
              ${rows}
            </tbody>
          </table>`,
    },
    {
      pieces: [{ height: measures.captionLine, html: markup`<p class="end">${paperWords.end}</p>` }],
      gap: 0,
      caption: 0,
      header: 0,
      together: 1,
      optional: true,
      wrap: (parts) => joined(parts),
    },
  ]
}

interface Column extends ColumnLayout {
  /** Room for text, in em. */
  readonly ems: number
}

function rowPieces(
  row: readonly string[],
  columns: readonly Column[],
  height: (lines: number) => number,
): Piece[] {
  const linesOf = (texts: readonly string[]) =>
    Math.max(...columns.map(({ ems }, index) => breakLines(texts[index] ?? '', ems).length))
  const piece = (texts: readonly string[], lines: number) => ({
    height: height(lines),
    html: rowHtml(columns, (index) => texts[index] ?? ''),
  })
  const lines = linesOf(row)
  if (lines <= mostLines) return [piece(row, lines)]
  const cells = columns.map(({ ems }, index) => cutText(row[index] ?? '', ems, mostLines))
  return Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, part) => {
    const own = cells.map((parts) => parts[part] ?? '')
    return piece(own, linesOf(own))
  })
}

const rowHtml = (columns: readonly Column[], text: (column: number) => string): Html =>
  markup`<tr>
    ${columns.map(
      ({ align, ems }, index) =>
        markup`<td${align === 'center' ? markup` class="middle"` : ''}>${textHtml(text(index), ems)}</td>`,
    )}
  </tr>`

/** Up to this width, in em, a column gets what its longest entry needs and no more; the others share what is left. */
const shortEntry = 9

function columnsOf(table: Table, { table: { size } }: Density): ColumnLayout[] {
  const longest = table.columns.map((_, index) =>
    Math.max(...table.rows.map((row) => widthOf(row[index] ?? ''))),
  )
  const isShort = (index: number) => (longest[index] ?? 0) <= shortEntry
  const all = longest.every((_, index) => isShort(index))
  // A width next to nothing is raised to what the column needs.
  const columns = table.columns.map((column, index) =>
    isShort(index) && !all ? { ...column, width: column.width / 1000 } : column,
  )
  const measured = { total: width * 100, em: emOf(size) * 100, padding: 2 * inset * 100 }
  return layColumns({ columns, rows: table.rows }, measured).map((column, index) => ({
    width: column.width / 100,
    align: isShort(index) ? 'center' : 'left',
  }))
}
