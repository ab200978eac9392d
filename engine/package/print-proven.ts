import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Paper } from '../../shared/paper/paper.ts'
import { sheetCount } from '../../shared/paper/paper-html.ts'
import { withPdfProperties } from '../documents/pdf-properties.ts'
import { renamePatiently } from '../store/rename-patiently.ts'
import type { PrintPdf } from '../world.ts'

export interface ToPrint {
  /** The page as HTML. */
  readonly page: string
  /** What the PDF says of itself. */
  readonly properties: Paper['properties']
  /** What made it. */
  readonly creator: string
  readonly now: Date
  /** Name of both files, without extension. */
  readonly stem: string
  /** Where the PDF lies once it is proven. */
  readonly folder: string
  /** Where it is printed; made where it is missing. What fails stays there, and is never published. */
  readonly aside: string
}

/**
 * Prints a page as a PDF and moves it into place when it is proven.
 *
 * @returns the pages of the PDF and the sheets that were laid out: a sheet may go on over another page where a font is wider
 * @throws Error where it is not printed, or not whole; the signal's reason
 */
export async function printProven(
  { page, properties, creator, now, stem, folder, aside }: ToPrint,
  printPdf: PrintPdf,
  signal: AbortSignal,
): Promise<{ readonly pages: number; readonly sheets: number }> {
  const html = path.join(aside, `${stem}.html`)
  const pdf = path.join(aside, `${stem}.pdf`)
  await mkdir(aside, { recursive: true })
  // A printer is given a page beside which it may write.
  await writeFile(html, page)
  signal.throwIfAborted()
  await printPdf(html, pdf, signal)
  const printed = await readFile(pdf)
  const pages = pagesOf(printed)
  const sheets = sheetCount(page)
  if (pages < sheets) throw new Error(`a PDF of ${pages} pages for ${sheets} sheets`)
  const told = withPdfProperties(printed, properties, { creator, now })
  await writeFile(pdf, told ?? printed, { flush: true })
  await renamePatiently(pdf, path.join(folder, `${stem}.pdf`))
  return { pages, sheets }
}

/**
 * The pages of a PDF that begins and ends as one (ISO 32000-1, 7.5.2 and 7.5.5). Each page is an object of its own (7.7.3.3),
 * which Chromium writes plainly (Skia/PDF m156: 1, 5 and 15 sheets).
 */
function pagesOf(pdf: Buffer): number {
  const content = pdf.toString('latin1')
  if (!content.startsWith('%PDF-') || !content.slice(-1024).includes('%%EOF'))
    throw new Error('not a whole PDF')
  return content.match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
