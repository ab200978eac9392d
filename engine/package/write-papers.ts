import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Step } from '../../shared/operation.ts'
import { checklistPaper, type Packed } from '../../shared/packing/checklist.ts'
import { statementPaper } from '../../shared/packing/statement.ts'
import { paperNames } from '../../shared/paper/paper.ts'
import { paperHtml } from '../../shared/paper/paper-html.ts'
import type { LogEntry, PrintPdf } from '../world.ts'
import { printProven } from './print-proven.ts'
import type { Workplace } from './workplace.ts'

export interface PaperTools {
  /** Absent where no program can print, or nobody wants it. */
  readonly printPdf?: PrintPdf | undefined
  readonly now: Date
  readonly log: (entry: LogEntry) => void
  readonly signal: AbortSignal
  readonly onProgress: (step: Step) => void
}

/**
 * The papers of a package, beside its archives: each as a page, and as a PDF where a program can print one. A paper that
 * could not be printed is there as a page all the same, and none is printed after it: a printer that hangs takes a minute.
 *
 * @returns names of the files, in the order in which they are used
 * @throws the signal's reason, while printing; errors of the file system about pages
 */
export async function writePapers(
  { folder, aside }: Pick<Workplace, 'folder' | 'aside'>,
  packed: Packed,
  { printPdf, now, log, signal, onProgress }: PaperTools,
): Promise<string[]> {
  const papers = [checklistPaper(packed), statementPaper(packed)].filter((paper) => paper !== undefined)
  const names: string[] = []
  let printer = printPdf
  try {
    for (const [index, paper] of papers.entries()) {
      const stem = paperNames[paper.kind]
      const page = paperHtml(paper)
      await writeFile(path.join(folder, `${stem}.html`), page, { flush: true })
      names.push(`${stem}.html`)
      if (!printer) continue
      onProgress({ stage: 'print', done: index, total: papers.length, item: `${stem}.pdf` })
      try {
        const { pages, sheets } = await printProven(
          { page, properties: paper.properties, creator: paper.colophon, now, stem, folder, aside },
          printer,
          signal,
        )
        names.push(`${stem}.pdf`)
        const data = { paper: paper.kind, pages, sheets }
        if (pages > sheets) log({ level: 'warn', event: 'paper-longer-than-laid-out', data })
      } catch (error) {
        signal.throwIfAborted()
        const data = { paper: paper.kind, error: String(error) }
        log({ level: 'warn', event: 'paper-not-printed', data })
        printer = undefined
      }
    }
    return names
  } finally {
    // What still holds a file there cannot fail the package; the next one sweeps it away.
    await rm(aside, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined)
  }
}
