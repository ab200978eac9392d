import type { FormProblem } from '../../shared/faults.ts'
import type { FieldColumn } from './form-layout.ts'
import { readLines, type FormLine } from './form-rows.ts'
import { findFormSheets } from './form-sheets.ts'
import { openWorkbook } from './open-workbook.ts'

/** What a workbook's forms say; plain data, so that it can pass from one thread to another. */
export type SheetsRead =
  | { readonly ok: true; readonly lines: readonly FormLine[]; readonly problems: readonly FormProblem[] }
  /** No form could be read at all. */
  | { readonly ok: false; readonly problems: readonly FormProblem[] }

/** More rows than any submission has files. */
const mostRows = 5000

/** The rows of all form sheets in a workbook, and what is wrong with their cells. */
export async function readSheets(content: Buffer, fields: readonly FieldColumn[]): Promise<SheetsRead> {
  const opened = await openWorkbook(content)
  if (!opened.ok) return { ok: false, problems: [opened.problem] }
  const found = findFormSheets(opened.workbook, fields)
  if (!found.ok) return found
  const several = found.sheets.length > 1
  const read = found.sheets.map((sheet) => readLines(sheet, fields, several ? `${sheet.grid.name}!` : ''))
  const lines = read.flatMap((one) => one.lines)
  if (lines.length > mostRows)
    return { ok: false, problems: [{ problem: 'too-many-rows', rows: lines.length, limit: mostRows }] }
  return { ok: true, lines, problems: read.flatMap((one) => one.problems) }
}
