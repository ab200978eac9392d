import yauzl from 'yauzl'
import { Fault, type TemplateProblem } from '../../shared/faults.ts'
import type { RawTable, TableProblem } from '../../shared/lists/raw-table.ts'
import { sheetsThread } from '../tables/sheets-thread.ts'

/** A blank workbook with a logo has some 100 kB. */
export const largestTemplate = 20 * 1024 * 1024
const largestContents = 64 * 1024 * 1024
const mostParts = 2_000

/** Reads one file after the other; the thread is kept for a while. */
const thread = sheetsThread()

/**
 * The tables of a workbook from anywhere, read in a thread with bounds, once every part of it is known to unpack to what
 * it says: the libraries that fill it in know no bounds.
 *
 * @param path as the fault names it
 * @throws Fault `template-unusable`
 */
export async function templateTables(content: Buffer, path: string): Promise<readonly RawTable[]> {
  const refuse = (problem: TemplateProblem) => new Fault({ code: 'template-unusable', path, problem })
  if (content.length > largestTemplate) throw refuse('too-large')
  const isZip = content.toString('latin1', 0, 4) === 'PK\u0003\u0004'
  const problem = isZip ? await unpackProblem(content) : undefined
  if (problem) throw refuse(problem)
  // What is no zip is read all the same: only so an encrypted workbook is told from an old one.
  const read = await thread.read({ of: 'tables', content, format: 'excel' })
  if (!read) throw refuse('damaged')
  if (!read.ok)
    throw refuse(isZip || read.problem.problem === 'encrypted' ? ofTable(read.problem) : 'other-format')
  if (!isZip) throw refuse('other-format')
  return read.tables
}

function ofTable({ problem }: TableProblem): TemplateProblem {
  if (problem === 'encrypted' || problem === 'damaged' || problem === 'too-large') return problem
  if (problem === 'no-tables') return 'no-header'
  return problem === 'too-many-rows' ? 'too-large' : 'damaged'
}

/** Unpacks every part, and throws away what comes out. */
async function unpackProblem(content: Buffer): Promise<TemplateProblem | undefined> {
  try {
    const zip = await yauzl.fromBufferPromise(content, { lazyEntries: true, validateEntrySizes: true })
    if (zip.entryCount > mostParts) return 'too-large'
    const entries: yauzl.Entry[] = []
    for await (const entry of zip.eachEntry()) entries.push(entry)
    if (entries.reduce((all, { uncompressedSize }) => all + uncompressedSize, 0) > largestContents)
      return 'too-large'
    let types = ''
    for (const entry of entries) {
      // An entry that turns out longer than declared ends with an error.
      const chunks: Buffer[] = []
      for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>)
        if (entry.fileName === '[Content_Types].xml') chunks.push(chunk)
      if (chunks.length > 0) types = Buffer.concat(chunks).toString('utf8')
    }
    // Macros, templates of Excel's own (.xltx) and binary workbooks bear other names for their main part.
    return types.includes('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml')
      ? undefined
      : 'other-format'
  } catch {
    return 'damaged'
  }
}
