import { type InsertedRows, shiftBlock, shiftBlocks, shiftCell, shiftFormula } from './shift-references.ts'
import { aroundData } from './sheet-rows.ts'
import { changeElements } from './xml-elements.ts'
import { attribute, changeTags, changeTexts, withAttribute } from './xml-text.ts'

/**
 * A sheet's part with rows put in below one of its rows. They look as that row does and are blank; what lies below moves
 * down, with its heights, merged cells, links, page breaks; validations, conditional formats and filters that reach over
 * the row reach over the new ones too.
 *
 * @param xml with rows and cells that bear their numbers
 * @param sheet the sheet's name, as formulas write it
 */
export function shiftSheet(xml: string, sheet: string, inserted: InsertedRows): string {
  const [head, data, tail] = aroundData(xml)
  const lines = changeElements(data, 'row', ({ tag, inside: cells }) => {
    const attributes = tag.slice('<row'.length, tag.endsWith('/>') ? -2 : -1)
    const row = Number(attribute(attributes, 'r'))
    const body = shiftCells(cells, inserted, sheet)
    const own = shiftRow(attributes, body, row > inserted.after ? row + inserted.count : row)
    if (row !== inserted.after) return own
    const copies = Array.from({ length: inserted.count }, (_, index) =>
      shiftRow(attributes, blankCells(cells), row + 1 + index),
    )
    return [own, ...copies].join('')
  })
  return `${shiftAround(head, inserted, sheet)}${lines}${shiftAround(tail, inserted, sheet)}`
}

/** The row's element under another number: its cells are named after it. */
function shiftRow(attributes: string, cells: string, row: number): string {
  const named = changeTags(cells, 'c', (tag) =>
    withAttribute(tag, 'r', (name) => `${name.replace(/\d+$/, '')}${row}`),
  )
  return `<row${withAttribute(attributes, 'r', () => String(row))}>${named}</row>`
}

/** Cells with their look alone. */
const blankCells = (cells: string): string =>
  changeElements(cells, 'c', ({ tag }) => {
    const style = attribute(tag, 's')
    return `<c r="${attribute(tag, 'r') ?? ''}"${style === undefined ? '' : ` s="${style}"`}/>`
  })

function shiftCells(cells: string, inserted: InsertedRows, sheet: string): string {
  const shared = changeTags(cells, 'f', (tag) =>
    withAttribute(tag, 'ref', (block) => shiftBlock(block, inserted, false)),
  )
  return changeTexts(shared, 'f', (formula) => shiftFormula(formula, inserted, { sheet, own: true }))
}

/** Everything of a sheet that names cells, but for the cells themselves. */
function shiftAround(xml: string, inserted: InsertedRows, sheet: string): string {
  const block = (grows: boolean) => (tag: string) =>
    withAttribute(tag, 'ref', (name) => shiftBlock(name, inserted, grows))
  const steps: readonly ((text: string) => string)[] = [
    (text) => withMergesRepeated(text, inserted),
    (text) => changeTags(text, 'hyperlink', block(false)),
    (text) => changeTags(text, 'autoFilter|dimension|sortState', block(true)),
    (text) =>
      changeTags(text, 'dataValidation|conditionalFormatting|protectedRange|ignoredError', (tag) =>
        withAttribute(tag, 'sqref', (blocks) => shiftBlocks(blocks, inserted)),
      ),
    (text) => changeElements(text, 'rowBreaks', ({ whole }) => shiftBreaks(whole, inserted)),
    (text) => changeTexts(text, 'sqref', (blocks) => shiftBlocks(blocks, inserted)),
    (text) =>
      changeTexts(text, 'formula1|formula2|formula|f', (formula) =>
        shiftFormula(formula, inserted, { sheet, own: true }),
      ),
  ]
  return steps.reduce((text, step) => step(text), xml)
}

/** The row below which a page ends. */
const shiftBreaks = (breaks: string, inserted: InsertedRows): string =>
  changeTags(breaks, 'brk', (tag) =>
    withAttribute(tag, 'id', (row) => shiftCell(row, { ...inserted, after: inserted.after - 1 })),
  )

/** Cells merged side by side in the row that is repeated are merged so in the new rows as well. */
function withMergesRepeated(xml: string, inserted: InsertedRows): string {
  const added: string[] = []
  const shifted = changeTags(xml, 'mergeCell', (tag) => {
    const block = attribute(tag, 'ref') ?? ''
    const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(block) ?? []
    if (top === bottom && Number(top) === inserted.after)
      for (let row = inserted.after + 1; row <= inserted.after + inserted.count; row += 1)
        added.push(`<mergeCell ref="${left}${row}:${right}${row}"/>`)
    return withAttribute(tag, 'ref', (name) => shiftBlock(name, inserted, false))
  })
  if (added.length === 0) return shifted
  const count = (before: string) => String(Number(before) + added.length)
  return changeTags(shifted, 'mergeCells', (tag) => withAttribute(tag, 'count', count)).replace(
    '</mergeCells>',
    `${added.join('')}</mergeCells>`,
  )
}
