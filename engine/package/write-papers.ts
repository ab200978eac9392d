import { open, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { checklistPaper, type Packed } from '../../shared/packing/checklist.ts'
import { statementPaper } from '../../shared/packing/statement.ts'
import { type Paper, paperNames } from '../../shared/paper/paper.ts'
import { paperHtml } from '../../shared/paper/paper-html.ts'
import type { LogEntry, PrintPdf } from '../world.ts'

export interface PaperTools {
  /** Absent where no program can print, or nobody wants it. */
  readonly printPdf?: PrintPdf | undefined
  readonly log: (entry: LogEntry) => void
  readonly signal: AbortSignal
}

/**
 * The papers of a package, beside its archives: each as a page, and as a PDF where a program can print one. A paper that
 * could not be printed is there as a page all the same.
 *
 * @returns names of the files, in the order in which they are used
 */
export async function writePapers(folder: string, packed: Packed, tools: PaperTools): Promise<string[]> {
  const papers = [checklistPaper(packed), statementPaper(packed)].filter((paper) => paper !== undefined)
  const names: string[] = []
  for (const paper of papers) names.push(...(await writePaper(folder, paper, tools)))
  return names
}

async function writePaper(
  folder: string,
  paper: Paper,
  { printPdf, log, signal }: PaperTools,
): Promise<string[]> {
  const stem = paperNames[paper.kind]
  const page = `${stem}.html`
  await writeFile(path.join(folder, page), paperHtml(paper), { flush: true })
  if (!printPdf) return [page]
  const pdf = `${stem}.pdf`
  const file = path.join(folder, pdf)
  try {
    await printPdf(path.join(folder, page), file, signal)
    await assertPdf(file)
    return [page, pdf]
  } catch (error) {
    signal.throwIfAborted()
    log({ level: 'warn', event: 'paper-not-printed', data: { paper: paper.kind, error: String(error) } })
    await rm(file, { force: true })
    return [page]
  }
}

/** A whole PDF begins and ends as one (ISO 32000-1, 7.5.2 and 7.5.5); it is on the disk afterwards. */
async function assertPdf(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    const { size } = await handle.stat()
    const head = Buffer.alloc(5)
    const tail = Buffer.alloc(Math.min(size, 1024))
    await handle.read(head, 0, head.length, 0)
    await handle.read(tail, 0, tail.length, size - tail.length)
    if (head.toString('latin1') !== '%PDF-' || !tail.toString('latin1').includes('%%EOF'))
      throw new Error('not a whole PDF')
    await handle.sync()
  } finally {
    await handle.close()
  }
}
