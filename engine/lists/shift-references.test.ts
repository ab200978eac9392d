import { expect, it } from 'vitest'
import { shiftBlock, shiftBlocks, shiftFormula } from './shift-references.ts'
import { shiftBeside, shiftNames } from './shift-beside.ts'
import { shiftSheet } from './shift-sheet.ts'

const inserted = { after: 5, count: 3 }

it.each([
  ['A6:K9', 'A9:K12', 'what lies below moves'],
  ['A1:K4', 'A1:K4', 'what lies above stays'],
  ['A4:K9', 'A4:K12', 'what reaches over the rows takes them in'],
  ['A1:K5', 'A1:K8', 'what ends at the row takes them in'],
  ['$4:$5', '$4:$8', 'whole rows'],
  ['A:K', 'A:K', 'whole columns'],
])('%s becomes %s: %s', (before, after) => {
  expect(shiftBlock(before, inserted, true)).toBe(after)
})

it('merged cells that end at the row do not grow', () => {
  expect(shiftBlock('A3:A5', inserted, false)).toBe('A3:A5')
  expect(shiftBlocks('B5 C6:C7', inserted)).toBe('B5:B8 C9:C10')
})

it.each([
  ['SUM(J5:J9)+J$12', true, 'SUM(J5:J12)+J$15'],
  ['"A6"&A6&LOG10(A6)&Q12A', true, '"A6"&A9&LOG10(A9)&Q12A'],
  ["'附件 2'!A6+别的!A6+A6", false, "'附件 2'!A9+别的!A6+A6"],
  ['[1]附件!A6+表1[列]', true, '[1]附件!A6+表1[列]'],
])('the formula %s (on the sheet itself: %s) becomes %s', (before, own, after) => {
  expect(shiftFormula(before, inserted, { sheet: '附件 2', own })).toBe(after)
})

it('names grow with their blocks, but for the rows repeated in print', () => {
  const names =
    '<definedName name="_xlnm.Print_Titles" localSheetId="0">S!$4:$5</definedName><definedName name="a">S!$A$1:$K$5</definedName>'
  expect(shiftNames(names, 'S', inserted)).toBe(names.replace('$K$5', '$K$8'))
})

it('cells, page breaks, merged cells of the row, pictures and comments go with their rows', () => {
  const sheet =
    '<worksheet><sheetData><row r="5" ht="30"><c r="A5" s="3" t="s"><v>1</v></c></row><row r="6"><c r="A6"/></row></sheetData>' +
    '<mergeCells count="1"><mergeCell ref="B5:C5"/></mergeCells><rowBreaks count="1"><brk id="6" max="9"/></rowBreaks></worksheet>'
  const shifted = shiftSheet(sheet, 'S', inserted)
  expect(shifted).toContain('<row r="8" ht="30"><c r="A8" s="3"/></row><row r="9"><c r="A9"/></row>')
  expect(shifted).toContain('count="4"')
  expect(shifted).toContain('<mergeCell ref="B8:C8"/>')
  expect(shifted).toContain('<brk id="9" max="9"/>')
  const anchor = (row: number, edit = '') =>
    `<xdr:twoCellAnchor${edit}><xdr:from><xdr:row>${row}</xdr:row></xdr:from><xdr:to><xdr:row>7</xdr:row></xdr:to></xdr:twoCellAnchor>`
  expect(shiftBeside('drawing', anchor(5), inserted)).toContain('<xdr:row>8</xdr:row></xdr:from>')
  expect(shiftBeside('drawing', anchor(4, ' editAs="oneCell"'), inserted)).toBe(
    anchor(4, ' editAs="oneCell"'),
  )
  expect(shiftBeside('comments', '<comment ref="B6" authorId="0">', inserted)).toContain('ref="B9"')
  const box = '<x:Anchor>1, 15, 5, 2, 3, 15, 9, 4</x:Anchor><x:Row>5</x:Row>'
  expect(shiftBeside('vmlDrawing', box, inserted)).toBe(
    '<x:Anchor>1, 15, 8, 2, 3, 15, 12, 4</x:Anchor><x:Row>8</x:Row>',
  )
})
