import type { Format } from '../../shared/facts.ts'
import type { TablesRead } from './read-tables.ts'
import { readingThread, type SheetsThread } from './sheets-thread.ts'

/**
 * `readTables` in a thread of its own with a bound on memory and time. What goes beyond the bounds is damaged.
 *
 * @throws the signal's reason
 */
export const readTablesApart = async (
  content: Buffer,
  format: Format,
  signal: AbortSignal,
  thread: SheetsThread = readingThread,
): Promise<TablesRead> =>
  (await thread.read({ of: 'tables', content, format }, signal)) ?? {
    ok: false,
    problem: { problem: 'damaged' },
  }
