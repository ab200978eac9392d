import { utils, write, type WorkSheet } from '@e965/xlsx'
import { rewriteZip } from '../documents/rewrite-zip.ts'
import type { RawCell, RawTable, TableProblem } from '../../shared/lists/raw-table.ts'
import { bufferSource } from '../probe/byte-source.ts'
import { sniff } from '../probe/sniff.ts'
import { readTables } from './read-tables.ts'

/** As a file with this content is read, without its thread. */
export async function readContent(content: Buffer): Promise<readonly RawTable[] | TableProblem> {
  const { format } = await sniff(bufferSource(content))
  const read = await readTables(content, format)
  return read.ok ? read.tables : read.problem
}

/** The tables of a file that has some. */
export async function tablesOf(content: Buffer): Promise<readonly RawTable[]> {
  const read = await readContent(content)
  if ('problem' in read) throw new Error(read.problem)
  return read
}

/** The cells of the first table, line by line. */
export const cellsOf = async (content: Buffer): Promise<readonly (readonly RawCell[])[]> =>
  ((await tablesOf(content))[0]?.lines ?? []).map(({ cells }) => cells)

/** A workbook of one sheet made by another program, with whatever is done to it. */
export function workbookOf(
  rows: readonly (readonly unknown[])[],
  edit: (sheet: WorkSheet) => void = () => undefined,
  type: 'xlsx' | 'biff8' = 'xlsx',
): Buffer {
  const workbook = utils.book_new()
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
  edit(sheet)
  utils.book_append_sheet(workbook, sheet, '表')
  return write(workbook, { type: 'buffer', bookType: type }) as Buffer
}

/** A workbook with one of its parts changed in its XML. */
export const withXml = (workbook: Buffer, part: string, edit: (xml: string) => string): Buffer =>
  rewriteZip(workbook, new Date(2023, 7, 1), (name, content) => (name === part ? edit(content()) : undefined))

/** A workbook of several sheets, some of them hidden: 1 by the menu, 2 so that no menu names it. */
export function sheetsOf(
  sheets: readonly {
    readonly name: string
    readonly rows: readonly (readonly unknown[])[]
    readonly hidden?: 0 | 1 | 2
  }[],
  type: 'xlsx' | 'biff8' = 'xlsx',
): Buffer {
  const workbook = utils.book_new()
  for (const { name, rows } of sheets)
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows.map((row) => [...row])), name)
  workbook.Workbook = { Sheets: sheets.map(({ name, hidden = 0 }) => ({ name, Hidden: hidden })) }
  return write(workbook, { type: 'buffer', bookType: type }) as Buffer
}
