import type { ListTask } from '../../shared/lists/table-header.ts'
import { sequenceKeys } from '../../shared/packing/list-cells.ts'
import type { Unit } from '../../shared/project/unit.ts'
import { rewriteZip } from '../documents/rewrite-zip.ts'
import { blankRows, clearReady, rowsToInsert, usedNumbers } from './blank-rows.ts'
import { cellFormats } from './cell-formats.ts'
import { completeHeading } from './complete-heading.ts'
import { fillRow, type ForeignColumn } from './fill-row.ts'
import { makeRoom } from './make-room.ts'
import { mergedBlocks } from './merged-blocks.ts'
import type { BlankList } from './recognise-template.ts'
import { type SheetCells, sheetCells } from './sheet-cells.ts'
import type { InsertedRows } from './shift-references.ts'
import { withoutCalculated } from './without-calculated.ts'
import { workbookMap } from './workbook-map.ts'

interface Filling {
  readonly task: ListTask
  /** The cells of each row, by column. */
  readonly rows: readonly (readonly string[])[]
  readonly unit: Unit | undefined
  readonly now: Date
}

/** Somebody's workbook, filled in, and what that did to its rows. */
export interface FilledForeign {
  readonly content: Buffer
  /** How many rows below the header of the template were meant for the list. */
  readonly ready: number
  readonly inserted: InsertedRows | undefined
}

/**
 * Fills somebody's blank workbook: rows into the blank ones below the header, more rows where there are too few, so that
 * what follows below moves down. Cells and formats are written into the parts as text, and every other part stays byte
 * for byte. The libraries were tried: exceljs throws on comments and pictures; xlsx-populate makes a format of its own for
 * each cell (2.7 MB of them for a few rows), and empty fills that other programs refuse to read.
 *
 * Rows and columns that are written into are shown: what is sent must be seen by whoever sends it.
 *
 * @throws Error when its parts are not those of a workbook
 */
export function fillForeign(template: Buffer, blank: BlankList, filling: Filling): FilledForeign {
  const { rows, unit, now } = filling
  const map = workbookMap(template)
  const part = map.sheets.get(blank.sheet) ?? ''
  const formats = cellFormats(map.textOf(map.styles))
  const before = sheetCells(map.textOf(part))
  const { ready, made } = blankRows(before, formats, blank)
  clearReady(before, blank, ready)
  const cleared = rewriteZip(template, now, (name) => (name === part ? before.toXml() : undefined))
  const inserted = rowsToInsert(blank, ready, rows.length)
  const roomy = inserted ? makeRoom(cleared, blank.sheet, inserted, map) : cleared
  const xml = workbookMap(roomy).textOf(part)
  const cells = sheetCells(xml)
  cells.showColumns(usedNumbers(blank))
  const columns = columnsOf(cells, xml, blank, filling)
  const like = made ? undefined : blank.headerRow
  for (const [index, texts] of rows.entries()) {
    const row = blank.headerRow + 1 + index
    cells.showRow(row)
    fillRow({ cells, formats, columns, like }, row, texts)
  }
  if (unit) completeHeading(cells, blank, map, unit)
  const content = rewriteZip(roomy, now, (name, text) => {
    if (name === part) return cells.toXml()
    if (name === map.styles) return formats.toXml()
    return map.formulas ? withoutCalculated(name, text, map) : undefined
  })
  return { content, ready, inserted }
}

/** A span of days, a name, a telephone number. */
const shortEntry = 14

function columnsOf(
  cells: SheetCells,
  xml: string,
  { uses, headerRow }: BlankList,
  { task, rows }: Filling,
): ForeignColumn[] {
  const numbers = sequenceKeys(task)
  const phones = new Set(task.fields.flatMap(({ key, type }) => (type === 'phone' ? [key] : [])))
  const beside = mergedBlocks(xml).filter(({ top, bottom }) => top === headerRow + 1 && bottom === top)
  return uses.flatMap((use, index): ForeignColumn[] => {
    if (use === null) return []
    const number = index + 1
    const last = beside.find(({ left }) => left === number)?.right ?? number
    let units = 0
    for (let at = number; at <= last; at += 1) units += cells.widthOf(at)
    const is = numbers.has(use.field) ? 'sequence' : phones.has(use.field) ? 'phone' : 'text'
    const short = rows.every((texts) => (texts[index] ?? '').length <= shortEntry)
    return [{ number, units, is, short }]
  })
}
