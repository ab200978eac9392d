import {
  AlignmentType,
  Document,
  Footer,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { layColumns, type ColumnLayout } from './column-layout.ts'
import { documentText } from './document-text.ts'
import { fonts, sizes } from './fonts.ts'
import { footerDistance, pageMargins, paper, printableWidth, twips } from './page-layout.ts'
import { longestWord } from './text-lines.ts'
import { rewriteZip } from './rewrite-zip.ts'
import type { TableDocument } from './table-document.ts'
import { coreProperties, fontTable } from './word-parts.ts'

/** Space between a cell's border and its text, in twips. */
const cellMargin = { left: 70, right: 70, top: 60, bottom: 60 }

/**
 * The document as .docx, set by GB/T 9704: fixed column widths, header repeated on each page, no row torn apart by a
 * page break. The same document and `now` give the same bytes.
 */
export async function writeWord(doc: TableDocument, options: { readonly now?: Date } = {}): Promise<Buffer> {
  const now = options.now ?? new Date()
  const file = new Document({
    styles: {
      default: { document: { run: { font: font(fonts.text), size: sizes.table * 2, language: chinese } } },
    },
    sections: [
      {
        properties: { page: { size: pageSize(doc.orientation), margin: margins } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [...heading(doc), table(doc), afterTable()],
      },
    ],
  })
  const parts = [
    { path: 'docProps/core.xml', data: coreProperties(doc.properties, now) },
    { path: 'word/fontTable.xml', data: fontTable() },
  ]
  return rewriteZip(await Packer.toBuffer(file, undefined, parts), now)
}

const chinese = { value: 'zh-CN', eastAsia: 'zh-CN' } as const

/** The hint makes Word take “”—… from the Chinese font too. */
const font = (name: string) => ({
  ascii: name,
  hAnsi: name,
  eastAsia: name,
  cs: name,
  hint: 'eastAsia' as const,
})

/** docx turns the paper itself: width and height are always those of the upright page. */
const pageSize = (orientation: TableDocument['orientation']) => ({
  width: twips(paper.short),
  height: twips(paper.long),
  orientation: PageOrientation[orientation === 'landscape' ? 'LANDSCAPE' : 'PORTRAIT'],
})

const margins = {
  top: twips(pageMargins.top),
  right: twips(pageMargins.right),
  bottom: twips(pageMargins.bottom),
  left: twips(pageMargins.left),
  footer: twips(footerDistance),
}

interface Look {
  readonly font: string
  /** In points. */
  readonly size: number
}

/** One run for each line; every run names its fonts, since WPS does not take them from the style reliably. */
function runs(text: string, look: Look): TextRun[] {
  const own = { font: font(look.font), size: look.size * 2, language: chinese }
  return documentText(text)
    .replaceAll('\t', ' ')
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...own, ...(index > 0 ? { break: 1 } : {}) }))
}

function heading(doc: TableDocument): Paragraph[] {
  const annex = doc.annexLabel
  return [
    ...(annex === undefined
      ? []
      : [new Paragraph({ children: runs(annex, { font: fonts.heading, size: sizes.annex }) })]),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 120, after: 240 },
      keepNext: true,
      children: runs(doc.title, { font: fonts.title, size: sizes.title }),
    }),
    ...doc.preamble.map(
      (line) =>
        new Paragraph({
          spacing: { after: 60 },
          keepNext: true,
          children: runs(line, { font: fonts.text, size: sizes.preamble }),
        }),
    ),
  ]
}

function table(doc: TableDocument): Table {
  const width = twips(printableWidth(doc.orientation))
  const em = sizes.table * 20
  const padding = cellMargin.left + cellMargin.right
  const columns = layColumns(doc, { total: width, em, padding })
  const cell = (text: string, { width: size, align }: ColumnLayout, look: Look) =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          alignment: align,
          // docx's wordWrap lets Latin words break anywhere. Only where one is too long: IMG_1.jpg is better kept whole.
          ...(longestWord(text) * em > size - padding ? { wordWrap: true } : {}),
          children: runs(text, look),
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

/** Word needs a paragraph after the table; this one is too small to open a page of its own. */
const afterTable = () =>
  new Paragraph({
    spacing: { line: 20, lineRule: 'exact' },
    children: runs('', { font: fonts.text, size: 1 }),
  })

function pageNumber(): Paragraph {
  const own = { font: font(fonts.page), size: sizes.page * 2, language: chinese }
  const children = ['第', PageNumber.CURRENT, '页 共', PageNumber.TOTAL_PAGES, '页'].map(
    (part) => new TextRun({ children: [part], ...own }),
  )
  return new Paragraph({ alignment: AlignmentType.CENTER, children })
}
