import type { FieldColumn } from './form-layout.ts'
import type { SheetsRead } from './read-sheets.ts'
import { type SheetsLimits, sheetsThread } from './sheets-thread.ts'

/**
 * `readSheets` in a thread of its own with a bound on memory and time, so that no file takes the engine with it. What
 * goes beyond the bounds is no workbook.
 */
export async function readSheetsApart(
  content: Buffer,
  fields: readonly FieldColumn[],
  limits?: Partial<SheetsLimits>,
): Promise<SheetsRead> {
  // There is one form to a call: a thread that waits for another would only take memory.
  const thread = sheetsThread({ kept: 0, ...limits })
  return (
    (await thread.read({ of: 'form', content, fields })) ?? {
      ok: false,
      problems: [{ problem: 'not-a-workbook' }],
    }
  )
}
