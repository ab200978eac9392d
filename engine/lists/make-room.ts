import { rewriteZip } from '../documents/rewrite-zip.ts'
import { shiftBeside, shiftNames, shiftOtherSheet } from './shift-beside.ts'
import type { InsertedRows } from './shift-references.ts'
import { shiftSheet } from './shift-sheet.ts'
import type { WorkbookMap } from './workbook-map.ts'

/**
 * A workbook with rows put into one of its sheets, as Excel puts them in: what lies below moves down with all that belongs
 * to it, in whatever part it stands. No library does this; the parts are edited as text, so that nothing else changes.
 */
export function makeRoom(content: Buffer, sheet: string, inserted: InsertedRows, map: WorkbookMap): Buffer {
  const part = map.sheets.get(sheet)
  if (part === undefined) throw new Error(`no sheet ${sheet}`)
  const others = new Set([...map.sheets.values()].filter((path) => path !== part))
  const beside = new Map(map.relatedTo(part).map(({ path, type }) => [path, type]))
  return rewriteZip(content, new Date(0), (name, text) => {
    if (name === part) return shiftSheet(text(), sheet, inserted)
    if (name === map.workbook) return shiftNames(text(), sheet, inserted)
    if (others.has(name)) return shiftOtherSheet(text(), sheet, inserted)
    const type = beside.get(name)
    return type === undefined || !/\.(xml|vml)$/i.test(name) ? undefined : shiftBeside(type, text(), inserted)
  })
}
