import type { RawTable } from '../../shared/lists/raw-table.ts'
import { sortLines } from '../../shared/lists/line-kind.ts'
import { usedColumns } from '../../shared/lists/own-cells.ts'
import { findTableHeader, type ListTask, proposeUses } from '../../shared/lists/table-header.ts'
import { sequenceKeys } from '../../shared/packing/list-cells.ts'
import type { ListSpot } from './list-place.ts'
import { type MergedCells, mergedBlocks } from './merged-blocks.ts'
import { workbookMap } from './workbook-map.ts'
import { demandSound } from './xml-elements.ts'

/** A blank list of somebody's, understood. */
export interface BlankList extends ListSpot {
  readonly labels: readonly string[]
  /** The header's first line, from 1: what stands above is title and particulars. */
  readonly headerFirst: number
  /** The first line below the blank rows that says something (填表说明, 填表人); undefined where nothing follows. */
  readonly footerRow: number | undefined
  /** Lines among the blank rows that hold an example, or nothing but a running number: they are written over. */
  readonly overwritten: readonly number[]
  /** Whether cells below the header are merged over several rows: a row of the list has no place in them. */
  readonly mergedRows: boolean
}

/** What the workbook's parts say of merged cells, by the sheet's name. */
type MergesOf = (sheet: string) => readonly MergedCells[]

/**
 * The blank list in a workbook, by its tables and its parts.
 *
 * @param sheet the one sheet to look at; all that are visible where it is left out
 * @throws Error where the parts are not sound
 */
export function recogniseIn(
  content: Buffer,
  tables: readonly RawTable[],
  task: ListTask,
  sheet?: string,
): BlankList | undefined {
  const map = workbookMap(content)
  const mergesOf = (name: string) => mergedBlocks(map.textOf(map.sheets.get(name) ?? ''))
  const blank = recogniseTemplate(
    tables.filter((table) => sheet === undefined || table.sheet === sheet),
    task,
    mergesOf,
  )
  if (blank) demandSound(map.textOf(map.sheets.get(blank.sheet) ?? ''))
  return blank
}

/** The first visible sheet with a header that names fields of the list. */
function recogniseTemplate(
  tables: readonly RawTable[],
  task: ListTask,
  mergesOf: MergesOf,
): BlankList | undefined {
  for (const table of tables) {
    const blank = table.hidden ? undefined : blankList(table, task, mergesOf(table.sheet))
    if (blank) return blank
  }
  return undefined
}

function blankList(table: RawTable, task: ListTask, merges: readonly MergedCells[]): BlankList | undefined {
  const header = findTableHeader(table, task)
  const first = table.lines[header?.first ?? -1]?.row
  const last = table.lines[header?.last ?? -1]?.row
  if (!header || first === undefined || last === undefined) return undefined
  const uses = proposeUses(header.labels, task)
  if (!uses.some((use) => use !== null)) return undefined
  // Cells of the header may reach down over a row that has nothing of its own.
  const hanging = merges.filter(
    ({ top, left }) => top >= first && top <= last && left <= header.labels.length,
  )
  let headerRow = Math.max(last, ...hanging.map(({ bottom }) => bottom))
  const overwritten: number[] = []
  let footerRow: number | undefined
  for (const { line, reason } of sortLines(table, header, usedColumns(uses, sequenceKeys(task)))) {
    if (line.row <= headerRow) continue
    // A row of column numbers below the header belongs to it.
    if (reason === 'header' && overwritten.length === 0) headerRow = line.row
    else if (reason === 'example' || reason === 'no-activity') overwritten.push(line.row)
    else {
      footerRow = line.row
      break
    }
  }
  const end = footerRow ?? Infinity
  const tall = merges.some(({ top, bottom }) => top > headerRow && bottom > top && top < end)
  return {
    sheet: table.sheet,
    headerFirst: first,
    headerRow,
    labels: header.labels,
    uses,
    footerRow,
    overwritten,
    mergedRows: tall,
  }
}
