import { type InsertedRows, shiftBlock, shiftCell, shiftFormula } from './shift-references.ts'
import { changeElements, elementsIn, insideTag } from './xml-elements.ts'
import { attribute, changeTags, changeTexts, withAttribute } from './xml-text.ts'

/** The number of a row counted from 0. */
const fromZero = (text: string, { after, count }: InsertedRows): string =>
  /^\d+$/.test(text.trim()) && Number(text) >= after ? String(Number(text) + count) : text

/** Pictures and shapes: one that begins below moves, one that reaches over the new rows is stretched or not, as it says. */
function shiftDrawing(xml: string, inserted: InsertedRows): string {
  return changeElements(xml, 'twoCellAnchor|oneCellAnchor', ({ tag, inside, whole }) => {
    const [from] = elementsIn(inside, 'from')
    const [row] = elementsIn(from?.inside ?? '', 'row')
    const keepsSize = ['oneCell', 'absolute'].includes(attribute(tag, 'editAs') ?? '')
    if (Number(row?.inside ?? 0) < inserted.after && keepsSize) return whole
    return changeTexts(whole, 'row', (text) => fromZero(text, inserted))
  })
}

const shiftNotes = (xml: string, inserted: InsertedRows): string =>
  changeTags(xml, 'comment|threadedComment', (tag) =>
    withAttribute(tag, 'ref', (cell) => shiftCell(cell, inserted)),
  )

/** The boxes of comments in the old drawing language: cells by number, and the box as column, offset, row, offset … */
function shiftVml(xml: string, inserted: InsertedRows): string {
  const rows = changeTexts(xml, 'Row', (row) => fromZero(row, inserted))
  return changeTexts(rows, 'Anchor', (anchor) =>
    anchor
      .split(',')
      .map((value, index) => (index === 2 || index === 6 ? ` ${fromZero(value.trim(), inserted)}` : value))
      .join(','),
  )
}

const shiftTable = (xml: string, inserted: InsertedRows): string =>
  changeTags(xml, 'table|autoFilter', (tag) =>
    withAttribute(tag, 'ref', (block) => shiftBlock(block, inserted, true)),
  )

/** What lies beside a sheet in parts of its own, by the last part of the type that its relationships name. */
const shifts: Readonly<Record<string, (xml: string, inserted: InsertedRows) => string>> = {
  drawing: shiftDrawing,
  comments: shiftNotes,
  threadedComment: shiftNotes,
  vmlDrawing: shiftVml,
  table: shiftTable,
}

/** The part with what it says of rows brought up to date; as it is where it says nothing of rows. */
export const shiftBeside = (type: string, xml: string, inserted: InsertedRows): string =>
  shifts[type]?.(xml, inserted) ?? xml

const nameElements = new RegExp(`<definedName(?=\\s)${insideTag}>[^<]*</definedName>`, 'g')

/** Names that the workbook gives to blocks, the print area among them. The rows repeated in print stay those they are. */
export function shiftNames(workbook: string, sheet: string, inserted: InsertedRows): string {
  return workbook.replace(nameElements, (element) => {
    const grows = attribute(element, 'name') !== '_xlnm.Print_Titles'
    return changeTexts(element, 'definedName', (formula) =>
      shiftFormula(formula, inserted, { sheet, own: false, grows }),
    )
  })
}

/** Formulas of another sheet that look into this one. */
export const shiftOtherSheet = (xml: string, sheet: string, inserted: InsertedRows): string =>
  changeTexts(xml, 'f|formula|formula1|formula2', (formula) =>
    shiftFormula(formula, inserted, { sheet, own: false }),
  )
