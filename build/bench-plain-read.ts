import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { read, utils } from '@e965/xlsx'

/** The yardstick of reading lists: SheetJS alone, every sheet of every workbook to rows, nothing understood. */
const folder = process.argv[2] ?? '.'
let rows = 0
for (const name of await readdir(folder)) {
  const workbook = read(await readFile(path.join(folder, name)), { dense: true })
  for (const sheet of Object.values(workbook.Sheets)) rows += utils.sheet_to_json(sheet, { header: 1 }).length
}
console.log(rows)
