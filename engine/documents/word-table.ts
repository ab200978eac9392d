import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { layColumns, type ColumnLayout } from '../../shared/paper/column-layout.ts'
import { fonts, sizes } from '../../shared/paper/fonts.ts'
import { printableWidth, twips } from '../../shared/paper/page-layout.ts'
import type { TableDocument } from '../../shared/paper/table-document.ts'
import { longestWord } from '../../shared/paper/text-lines.ts'
import { wordRuns, type WordLook } from './word-runs.ts'

/** Space between a cell's border and its text, in twips. */
const cellMargin = { left: 70, right: 70, top: 60, bottom: 60 }

/** The table across the whole page: fixed widths, header repeated on each page, no row torn apart. */
export function wordTable(doc: TableDocument): Table {
  const width = twips(printableWidth(doc.orientation))
  const em = sizes.table * 20
  const padding = cellMargin.left + cellMargin.right
  const columns = layColumns(doc, { total: width, em, padding })
  const cell = (text: string, { width: size, align }: ColumnLayout, look: WordLook) =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          alignment: align,
          // docx's wordWrap lets Latin words break anywhere. Only where one is too long: IMG_1.jpg is better kept whole.
          ...(longestWord(text) * em > size - padding ? { wordWrap: true } : {}),
          children: wordRuns(text, look),
        }),
      ],
    })
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) =>
      cell(
        doc.columns[index]?.label ?? '',
        { ...column, align: 'center' },
        { font: fonts.heading, size: sizes.table },
      ),
    ),
  })
  const rows = doc.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: columns.map((column, index) =>
          cell(row[index] ?? '', column, { font: fonts.text, size: sizes.table }),
        ),
      }),
  )
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns.map((column) => column.width),
    margins: { marginUnitType: WidthType.DXA, ...cellMargin },
    rows: [header, ...rows],
  })
}
