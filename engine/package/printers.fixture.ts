import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sheetCount } from '../../shared/paper/paper-html.ts'
import type { PrintPdf } from '../world.ts'

/** What stands for a PDF of so many pages. */
export const pdfOf = (pages: number): string =>
  `%PDF-1.4\n<</Type /Pages /Count ${pages}>>\n${'<</Type /Page /Parent 1 0 R>>\n'.repeat(pages)}%%EOF\n`

/** Prints as a sound printer does: a page for each sheet. */
export const print: PrintPdf = async (page, pdf) =>
  writeFile(pdf, pdfOf(sheetCount(await readFile(page, 'utf8'))))

/** A printer, and the names of the pages that it was asked for. */
export function printing(printer: PrintPdf): { readonly printer: PrintPdf; readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    printer(page, pdf, signal) {
      asked.push(path.basename(page))
      return printer(page, pdf, signal)
    },
  }
}
