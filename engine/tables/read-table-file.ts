import type { Format } from '../../shared/facts.ts'
import { Fault } from '../../shared/faults.ts'
import type { TableFile, TableProblem } from '../../shared/lists/raw-table.ts'
import { handleSource } from '../probe/byte-source.ts'
import { sniff } from '../probe/sniff.ts'
import { openSource } from '../sources/open-source.ts'
import type { SourceFile } from '../sources/walk.ts'
import { systemReason } from '../store/system-reason.ts'
import type { World } from '../world.ts'
import { largestFile } from './file-limits.ts'
import { readTablesApart } from './read-tables-apart.ts'

/** Formats that may hold tables, or may have held them before they were cut short or locked with a password. */
const readable: readonly Format[] = ['excel', 'word', 'text', 'zip', 'unknown']
/** Texts that have commas and are no tables. By content they cannot be told from one. */
const otherTexts = /\.(?:md|json|xml|ya?ml|ini|log|eml|css|[jt]sx?|py|sh|bat|sql|url|desktop)$/i
/** Of these it is certain that they would hold tables. */
const tabular: readonly Format[] = ['excel', 'word', 'text']

/**
 * The tables of a file that was found, or why there are none: whatever is wrong with it is told as its problem.
 *
 * @throws Fault `cancelled`
 */
export async function readTableFile(
  { path, relative, bytes }: Pick<SourceFile, 'path' | 'relative' | 'bytes'>,
  { signal, log }: { readonly signal: AbortSignal; readonly log: World['log'] },
): Promise<TableFile> {
  const file = { name: relative, bytes }
  const without = (problem: TableProblem): TableFile => ({ ...file, tables: [], problem })
  try {
    const taken = await contentOf(path, signal)
    if ('problem' in taken) return without(taken)
    if (taken.format === 'text' && otherTexts.test(relative))
      return without({ problem: 'not-a-table-file', format: 'text' })
    const read = await readTablesApart(taken.content, taken.format, signal)
    return read.ok ? { ...file, tables: [...read.tables] } : without(read.problem)
  } catch (error) {
    if (signal.aborted) throw new Fault({ code: 'cancelled' }, { cause: error })
    const reason = systemReason(error)
    if (reason !== 'unknown') return without({ problem: 'unreadable', reason })
    // A mistake of ours, which must not lose the other files.
    log({ level: 'error', event: 'table-file-failed', data: { name: relative, error: String(error) } })
    return without({ problem: 'damaged' })
  }
}

/** Rejects with the system's error. A film of two gigabytes is told by its head. */
async function contentOf(
  path: string,
  signal: AbortSignal,
): Promise<{ readonly content: Buffer; readonly format: Format } | TableProblem> {
  signal.throwIfAborted()
  const handle = await openSource(path)
  try {
    const { size } = await handle.stat()
    const { format } = await sniff(handleSource(handle, size))
    const tooLarge = size > largestFile
    if (tooLarge && tabular.includes(format)) return { problem: 'too-large', bytes: size, limit: largestFile }
    if (tooLarge || !readable.includes(format)) return { problem: 'not-a-table-file', format }
    return { content: await handle.readFile({ signal }), format }
  } finally {
    await handle.close()
  }
}
