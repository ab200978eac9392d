import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import ExcelJS, { type Worksheet } from 'exceljs'
import { layColumns } from '../shared/paper/column-layout.ts'
import { fonts, sizes } from '../shared/paper/fonts.ts'
import { inches, printableWidth } from '../shared/paper/page-layout.ts'
import { withCommonFont } from '../engine/documents/common-font.ts'
import { rewriteZip } from '../engine/documents/rewrite-zip.ts'
import { type CellLook, setText } from '../engine/documents/sheet-cell.ts'
import { cellPadding, columnUnits, columnWidth, emUnits } from '../engine/documents/sheet-measures.ts'
import { addChoices } from '../engine/lists/list-choices.ts'
import { loadNotice } from '../shared/notice/load.ts'
import { type ListColumn, listColumns, listDocument } from '../shared/packing/list-document.ts'

/**
 * Makes `resources/templates/activities-2023.xlsx`, the blank list that is filled in at run time:
 * `node build/make-list-template.ts`. What stands there is read off it, so that it may be mended in Excel as well.
 */
const root = path.join(import.meta.dirname, '..')
/** GB/T 9704 turned on its side: the binding edge (28 mm) on top, the rest as near as a table of eleven columns allows. */
const margins = { top: 28, right: 26, bottom: 26, left: 28 }
const blankRows = 10
/** Fields whose entries are one short line: they stand in the middle of their column. */
const centred = new Set(['seq', 'time', 'form', 'contact', 'phone'])

const notice = loadNotice(
  JSON.parse(readFileSync(path.join(root, 'resources/notices/liaoning-2023.json'), 'utf8')),
)
if (!notice.ok) throw new Error(JSON.stringify(notice.problems))
const task = notice.notice.tasks.find(({ kind }) => kind === 'table')
if (task?.kind !== 'table') throw new Error('no list')
const document = listDocument(task)
if (!document) throw new Error('no document')
const columns = listColumns(document, task)

const workbook = new ExcelJS.Workbook()
const made = new Date(2023, 7, 8)
Object.assign(workbook, { title: document.title, creator: '科普日报送助手', created: made, modified: made })
const sheet = workbook.addWorksheet('重点活动清单')
setColumns(sheet, columns)
const header = writeHeading(sheet, document.title, document.annexLabel ?? '', columns.length)
writeTable(sheet, columns, header)
addChoices(sheet, task, columns, { first: header + 1, last: header + blankRows })
setPage(sheet, header, columns.length)

const target = path.join(root, 'resources/templates', document.template ?? 'activities-2023.xlsx')
mkdirSync(path.dirname(target), { recursive: true })
writeFileSync(target, rewriteZip(Buffer.from(await workbook.xlsx.writeBuffer()), made, withCommonFont))
console.log(`written: ${path.relative(root, target)}`)

function setColumns(at: Worksheet, all: readonly ListColumn[]): void {
  const phones = all.map(({ use }) => (use?.field === 'phone' ? '024-23221703' : ''))
  const total = Math.floor(columnUnits(printableWidth('landscape', margins)) * 99)
  const measures = { total, em: emUnits(sizes.table) * 100, padding: cellPadding * 100 }
  for (const [index, { width }] of layColumns({ columns: all, rows: [phones] }, measures).entries())
    at.getColumn(index + 1).width = columnWidth(width / 100)
}

function writeHeading(at: Worksheet, title: string, annex: string, across: number): number {
  const blanks = '填报单位（盖章）：' + '　'.repeat(13) + '填报人：' + '　'.repeat(7)
  const lines: readonly (readonly [string, CellLook, number])[] = [
    [annex, { font: fonts.heading, size: sizes.annex }, 26],
    [title, { font: fonts.title, size: sizes.title, horizontal: 'center' }, 44],
    [`${blanks}联系电话：${'　'.repeat(9)}填报日期：`, { font: fonts.text, size: sizes.preamble }, 24],
  ]
  for (const [index, [text, look, height]] of lines.entries()) {
    setText(at.getCell(index + 1, 1), text, look)
    at.mergeCells(index + 1, 1, index + 1, across)
    at.getRow(index + 1).height = height
  }
  return lines.length + 1
}

function writeTable(at: Worksheet, all: readonly ListColumn[], row: number): void {
  const look = { size: sizes.table, border: true } as const
  for (const [index, { label, use }] of all.entries()) {
    setText(at.getCell(row, index + 1), label, { ...look, font: fonts.heading, horizontal: 'center' })
    for (let below = 1; below <= blankRows; below += 1) {
      const cell = at.getCell(row + below, index + 1)
      const horizontal = centred.has(use?.field ?? '') ? 'center' : 'left'
      setText(cell, '', { ...look, font: fonts.text, horizontal })
      if (use?.field === 'seq') cell.numFmt = '0'
    }
  }
  at.getRow(row).height = 28
  for (let below = 1; below <= blankRows; below += 1) at.getRow(row + below).height = 30
}

function setPage(at: Worksheet, row: number, across: number): void {
  at.views = [{ state: 'frozen', ySplit: row, showGridLines: false }]
  at.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: `${row}:${row}`,
    printArea: `A$1:${at.getColumn(across).letter}$${row + blankRows}`,
    margins: {
      top: inches(margins.top),
      right: inches(margins.right),
      bottom: inches(margins.bottom),
      left: inches(margins.left),
      header: 0.3,
      footer: inches(14),
    },
  }
  at.headerFooter.oddFooter = `&C&"${fonts.page},常规"&10第 &P 页 共 &N 页`
}
