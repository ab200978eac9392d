import { CFB, read, type WorkBook } from '@e965/xlsx'
import type { FormProblem } from '../../shared/faults.ts'
import { asStandardDateFormats } from './date-format.ts'
import { unpackWorkbook } from './workbook-parts.ts'
import { withoutLongReferences } from './xml-references.ts'

export type OpenedWorkbook =
  | { readonly ok: true; readonly workbook: WorkBook }
  | { readonly ok: false; readonly problem: FormProblem }

/** The largest file, and the most its contents may take unpacked: a form of thousands of rows has under 3 MB. */
const largestFile = 20 * 1024 * 1024
const largestContents = 64 * 1024 * 1024

/** Cells as rows of arrays, their formulas and number formats, no time zones: dates stay serial numbers. */
const options = {
  type: 'buffer',
  dense: true,
  cellFormula: true,
  cellNF: true,
  cellHTML: false,
  cellDates: false,
} as const

/** Opens .xlsx, .xls and .et within bounds, so that no file can hang the program or exhaust its memory. */
export async function openWorkbook(content: Buffer): Promise<OpenedWorkbook> {
  const tooLarge = (bytes: number, limit: number): OpenedWorkbook => ({
    ok: false,
    problem: { problem: 'too-large', bytes, limit },
  })
  if (content.length > largestFile) return tooLarge(content.length, largestFile)
  try {
    let source = content
    if (startsWith(content, [0x50, 0x4b, 0x03, 0x04])) {
      const unpacked = await unpackWorkbook(content, largestContents)
      if (!unpacked.ok) return tooLarge(unpacked.bytes, largestContents)
      source = repack(unpacked.parts)
    } else if (!startsWith(content, [0xd0, 0xcf, 0x11, 0xe0])) {
      return notAWorkbook
    }
    const workbook = read(source, options)
    return workbook.SheetNames.some((name) => workbook.Sheets[name]?.['!data'])
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

/** SheetJS's container, which its types leave open. */
interface Container {
  cfb_new(): object
  cfb_add(container: object, path: string, content: Buffer, options: { unsafe: boolean }): void
}

/** A stored zip of the checked parts: SheetJS would unpack the original without any bound. */
function repack(parts: ReadonlyMap<string, Buffer>): Buffer {
  const { utils, write } = CFB as {
    utils: Container
    write(container: object, options: { fileType: 'zip'; type: 'buffer' }): Buffer
  }
  const container = utils.cfb_new()
  for (const [path, content] of parts)
    utils.cfb_add(container, `/${path}`, repaired(path, content), { unsafe: true })
  return write(container, { fileType: 'zip', type: 'buffer' })
}

/** What SheetJS would read wrongly. */
function repaired(path: string, content: Buffer): Buffer {
  if (/styles\.xml$/i.test(path)) return asStandardDateFormats(content)
  return /\.xml$/i.test(path) ? withoutLongReferences(content) : content
}
