import { read, type WorkBook } from '@e965/xlsx'
import type { FormProblem } from '../../shared/faults.ts'
import { asStandardDateFormats } from './date-format.ts'
import { withEmptyResults } from './empty-results.ts'
import { largestContents, largestFile } from './file-limits.ts'
import { markHiddenRows } from './hidden-rows.ts'
import { repack, unpackParts, workbookParts } from './office-parts.ts'
import { withoutLongReferences } from './xml-references.ts'

export type OpenedWorkbook =
  | { readonly ok: true; readonly workbook: WorkBook }
  | { readonly ok: false; readonly problem: FormProblem }

/** Cells as rows of arrays, their formulas and number formats, no time zones: dates stay serial numbers. */
const options = {
  type: 'buffer',
  dense: true,
  cellFormula: true,
  cellNF: true,
  cellHTML: false,
  cellDates: false,
} as const

/**
 * Opens .xlsx, .xls and .et within bounds, so that no file can hang the program or exhaust its memory.
 *
 * @param also `withoutCells`: a workbook without any sheet of cells is opened too
 */
export async function openWorkbook(
  content: Buffer,
  also: { readonly withoutCells?: boolean } = {},
): Promise<OpenedWorkbook> {
  const tooLarge = (bytes: number, limit: number): OpenedWorkbook => ({
    ok: false,
    problem: { problem: 'too-large', bytes, limit },
  })
  if (content.length > largestFile) return tooLarge(content.length, largestFile)
  try {
    let source = content
    let parts: ReadonlyMap<string, Buffer> = new Map()
    if (startsWith(content, [0x50, 0x4b, 0x03, 0x04])) {
      const unpacked = await unpackParts(content, workbookParts, largestContents)
      if (!unpacked.ok) return tooLarge(unpacked.bytes, largestContents)
      parts = unpacked.parts
      source = repack(parts, repaired)
    } else if (!startsWith(content, [0xd0, 0xcf, 0x11, 0xe0])) {
      return notAWorkbook
    }
    const workbook = read(source, options)
    markHiddenRows(workbook, parts)
    return also.withoutCells || workbook.SheetNames.some((name) => workbook.Sheets[name]?.['!data'])
      ? { ok: true, workbook }
      : notAWorkbook
  } catch {
    // SheetJS and yauzl throw plain errors for everything they cannot read: damaged, encrypted, another format.
    return notAWorkbook
  }
}

const notAWorkbook: OpenedWorkbook = { ok: false, problem: { problem: 'not-a-workbook' } }

const startsWith = (content: Buffer, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => content[index] === byte)

/** What SheetJS would read wrongly. */
function repaired(path: string, content: Buffer): Buffer {
  if (/styles\.xml$/i.test(path)) return asStandardDateFormats(content)
  const readable = /\.xml$/i.test(path) ? withoutLongReferences(content) : content
  return /worksheets\/[^/]+\.xml$/i.test(path) ? withEmptyResults(readable) : readable
}
