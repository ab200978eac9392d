import { CFB } from '@e965/xlsx'
import yauzl from 'yauzl'
import type { Format } from '../../shared/facts.ts'
import type { RawTable, TableProblem } from '../../shared/lists/raw-table.ts'
import { TableBudget, TableTrouble } from './table-bounds.ts'
import { textTables } from './text-tables.ts'
import { wordTables } from './word-tables.ts'
import { workbookTables } from './workbook-tables.ts'

/** The tables of a file; plain data, so that it can pass from one thread to another. */
export type TablesRead =
  | { readonly ok: true; readonly tables: readonly RawTable[] }
  | { readonly ok: false; readonly problem: TableProblem }

/**
 * All tables of a workbook, a Word document or a delimited text, as they stand.
 *
 * @param format what the file is by its content
 */
export async function readTables(content: Buffer, format: Format): Promise<TablesRead> {
  try {
    const budget = new TableBudget()
    const tables = await tablesOf(content, format, budget)
    budget.settle()
    return tables.length > 0 ? { ok: true, tables } : { ok: false, problem: { problem: 'no-tables' } }
  } catch (error) {
    if (error instanceof TableTrouble) return { ok: false, problem: error.problem }
    throw error
  }
}

async function tablesOf(content: Buffer, format: Format, budget: TableBudget): Promise<RawTable[]> {
  if (content.length === 0) return []
  const trouble = (problem: TableProblem) => new TableTrouble(problem)
  switch (format) {
    case 'excel':
      return workbookTables(content, budget)
    case 'word':
      if (isZip(content)) return wordTables(content, budget)
      // .doc and .wps, and RTF, which Word saves anew as well.
      throw trouble({ problem: 'old-word' })
    case 'text':
      return textTables(content, budget)
    case 'zip':
      // An Office file that was cut short has lost the directory that tells what it is.
      throw trouble(
        (await hasDirectory(content)) ? { problem: 'not-a-table-file', format } : { problem: 'damaged' },
      )
    default:
      if (isCompound(content)) throw trouble(compoundProblem(content))
      throw trouble({ problem: 'not-a-table-file', format })
  }
}

const isZip = (content: Buffer): boolean => content.toString('latin1', 0, 2) === 'PK'

/** Whether a file is one of those that old Office programs, and all with a password, are kept in ([MS-CFB]). */
const isCompound = (head: Buffer): boolean => head.toString('latin1', 0, 4) === '\xd0\xcf\x11\xe0'

async function hasDirectory(content: Buffer): Promise<boolean> {
  try {
    await yauzl.fromBufferPromise(content, { lazyEntries: true })
    return true
  } catch {
    return false
  }
}

/** What is in a compound file that holds neither a workbook nor a document, at first sight. */
function compoundProblem(content: Buffer): TableProblem {
  try {
    const container = CFB.read(content, { type: 'buffer' })
    if (CFB.find(container, '/EncryptedPackage')) return { problem: 'encrypted' }
    if (CFB.find(container, '/WordDocument')) return { problem: 'old-word' }
    return { problem: 'not-a-table-file', format: 'unknown' }
  } catch {
    return { problem: 'damaged' }
  }
}
