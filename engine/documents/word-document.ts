import {
  AlignmentType,
  Document,
  Footer,
  type IParagraphOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import { fonts, sizes } from '../../shared/paper/fonts.ts'
import { footerDistance, pageMargins, paper, twips } from '../../shared/paper/page-layout.ts'
import { rewriteZip } from './rewrite-zip.ts'
import type { TableDocument } from '../../shared/paper/table-document.ts'
import { coreProperties, fontTable, withLanguage } from './word-parts.ts'
import { runStyle, type WordLook, wordRuns } from './word-runs.ts'
import { wordTable } from './word-table.ts'

/**
 * The document as .docx, set by GB/T 9704: fixed column widths, header repeated on each page, no row torn apart by a
 * page break. The same document and `now` give the same bytes.
 */
export async function writeWord(doc: TableDocument, options: { readonly now?: Date } = {}): Promise<Buffer> {
  const now = options.now ?? new Date()
  const file = new Document({
    styles: {
      default: {
        document: { run: { ...runStyle({ font: fonts.text, size: sizes.table }), language: chinese } },
      },
    },
    sections: [
      {
        properties: { page: { size: pageSize(doc.orientation), margin: margins } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [...heading(doc), wordTable(doc), afterTable()],
      },
    ],
  })
  const parts = [
    { path: 'docProps/core.xml', data: coreProperties(doc.properties, now) },
    { path: 'word/fontTable.xml', data: fontTable() },
  ]
  return rewriteZip(await Packer.toBuffer(file, undefined, parts), now, (name, content) =>
    name === 'word/settings.xml' ? withLanguage(content()) : undefined,
  )
}

/** The language of the document; its runs say that letters are no Chinese. */
const chinese = { value: 'zh-CN', eastAsia: 'zh-CN' }

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

function heading(doc: TableDocument): Paragraph[] {
  const annex = doc.annexLabel
  return [
    ...(annex === undefined ? [] : [line(annex, { font: fonts.heading, size: sizes.annex })]),
    line(doc.title, {
      font: fonts.title,
      size: sizes.title,
      alignment: AlignmentType.CENTER,
      spacing: { before: 40, after: 120 },
    }),
    ...doc.preamble.map((text) =>
      line(text, { font: fonts.text, size: sizes.preamble, spacing: { after: 40 } }),
    ),
  ]
}

/** A line above the table, one and a half times as high as its letters whatever font stands in. */
function line(
  text: string,
  { font, size, alignment, spacing }: WordLook & Pick<IParagraphOptions, 'alignment' | 'spacing'>,
): Paragraph {
  return new Paragraph({
    ...(alignment && { alignment }),
    keepNext: true,
    spacing: { ...spacing, line: size * 30, lineRule: LineRuleType.EXACT },
    children: wordRuns(text, { font, size }),
  })
}

/** Word needs a paragraph after the table; this one is too small to open a page of its own. */
const afterTable = () =>
  new Paragraph({
    spacing: { line: 20, lineRule: 'exact' },
    children: wordRuns('', { font: fonts.text, size: 1 }),
  })

function pageNumber(): Paragraph {
  const own = runStyle({ font: fonts.page, size: sizes.page })
  const children = ['第', PageNumber.CURRENT, '页 共', PageNumber.TOTAL_PAGES, '页'].map(
    (part) => new TextRun({ children: [part], ...own }),
  )
  return new Paragraph({ alignment: AlignmentType.CENTER, children })
}
