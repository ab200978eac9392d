import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { balanceColumns } from '../../shared/paper/balanced-columns.ts'
import type { ColumnLayout } from '../../shared/paper/column-layout.ts'
import { fonts, sizes } from '../../shared/paper/fonts.ts'
import { printableWidth, twips } from '../../shared/paper/page-layout.ts'
import { markedGround, millimetresOfPicture, type TableDocument } from '../../shared/paper/table-document.ts'
import { longestWord } from '../../shared/paper/text-lines.ts'
import { pictureParagraph } from './word-picture.ts'
import { wordRuns, type WordLook } from './word-runs.ts'

/** Space between a cell's border and its text, in twips. */
const cellMargin = { left: 70, right: 70, top: 45, bottom: 45 }
const padding = cellMargin.left + cellMargin.right
const em = sizes.table * 20
/** From line to line, in twips: fixed, for substitute fonts and rare characters would spread the lines. */
const lineHeight = 280

/** The table across the whole page: fixed widths, header repeated on each page, no row torn apart. */
export function wordTable(doc: TableDocument): Table {
  const width = twips(printableWidth(doc.orientation))
  const { pictures } = doc
  const pictureWidth = pictures ? twips(millimetresOfPicture.width) + padding : 0
  const leastLines = pictures ? Math.ceil(twips(millimetresOfPicture.height) / lineHeight) : 1
  const columns = balanceColumns(doc, { total: width - pictureWidth, em, padding, leastLines })
  const withPicture = <T>(cells: readonly T[], picture: T): T[] =>
    pictures ? cells.toSpliced(pictures.behind, 0, picture) : [...cells]

  const heading = { font: fonts.heading, size: sizes.table }
  const labels = columns.map((column, index) =>
    textCell(doc.columns[index]?.label ?? '', { ...column, align: 'center' }, heading),
  )
  const pictureLabel = textCell(pictures?.label ?? '', { width: pictureWidth, align: 'center' }, heading)
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: withPicture(labels, pictureLabel),
  })
  const rows = doc.rows.map((row, index) => {
    const ground = doc.marked?.has(index) ? markedGround : undefined
    const cells = columns.map((column, at) =>
      textCell(row[at] ?? '', column, { font: fonts.text, size: sizes.table }, ground),
    )
    const picture = cell(pictureWidth, pictureParagraph(pictures?.pictures[index], index + 1), ground)
    return new TableRow({ cantSplit: true, children: withPicture(cells, picture) })
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: width, type: WidthType.DXA },
    columnWidths: withPicture(
      columns.map((column) => column.width),
      pictureWidth,
    ),
    margins: { marginUnitType: WidthType.DXA, ...cellMargin },
    rows: [header, ...rows],
  })
}

function textCell(text: string, { width, align }: ColumnLayout, look: WordLook, ground?: string): TableCell {
  return cell(
    width,
    new Paragraph({
      alignment: align,
      spacing: { line: lineHeight, lineRule: LineRuleType.EXACT },
      // docx's wordWrap lets Latin words break anywhere. Only where one is too long: IMG_1.jpg is better kept whole.
      ...(longestWord(text) * em > width - padding ? { wordWrap: true } : {}),
      children: wordRuns(text, look),
    }),
    ground,
  )
}

/** The ground is a fill of its own: a pattern would be printed as dots. */
const cell = (width: number, paragraph: Paragraph, ground?: string): TableCell =>
  new TableCell({
    ...(ground !== undefined && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: ground } }),
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [paragraph],
  })
