import { open } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '../../shared/faults.ts'
import type { PackResult } from '../../shared/packing/pack-result.ts'
import { type Paper, type PaperKind, paperNames } from '../../shared/paper/paper.ts'
import { readPaper } from '../../shared/paper/paper-html.ts'

/** Of ten thousand files; what is larger was not written here. */
const largestPage = 16 * 1024 * 1024

/** Whether a file of a package is one of its papers, as a page or as a PDF. */
export const isPaper = (file: string): boolean =>
  Object.values(paperNames).some((stem) =>
    ['.html', '.pdf'].some((end) => path.basename(file) === stem + end),
  )

/**
 * A paper of a package as it was written, out of the page beside the archives.
 *
 * @throws Fault `paper-unusable`
 */
export async function paperOf(result: PackResult, kind: PaperKind): Promise<Paper> {
  const name = `${paperNames[kind]}.html`
  const file = result.documents.find((document) => path.basename(document) === name)
  const unusable = (trouble: 'missing' | 'changed', cause?: unknown) =>
    new Fault({ code: 'paper-unusable', path: name, trouble }, { cause })
  if (file === undefined) throw unusable('missing')
  const handle = await open(file, 'r').catch((error: unknown) => Promise.reject(unusable('missing', error)))
  try {
    const stats = await handle.stat()
    if (!stats.isFile() || stats.size > largestPage) throw unusable('changed')
    const paper = readPaper(await handle.readFile('utf8'))
    // A package's checklist speaks of its own archives, not of another's that was copied over it.
    const own = result.packages.map(({ sha256 }) => sha256)
    if (paper?.kind !== kind || paper.parts.some(({ sha256 }) => !own.includes(sha256)))
      throw unusable('changed')
    return paper
  } finally {
    await handle.close()
  }
}
